import { addBreaches, breachesOf } from '../findings/all-items'
import type { Breach } from '../findings/breaches'
import type { Learnt } from '../model/learnt'
import type { FindingItem, ReviewItem } from '../model/review-item'
import { isDoubtful, isUncertain } from './evidence'
import { isResolved } from './is-resolved'
import { listMissing } from './missing-fields'
import { type Checked, readFindings } from './read-findings'
import { isFound, listReadValues } from './read-values'

/** The code of the finding that nothing was read at all. */
export const nothingFound = 'values.none'
const nothingFoundMessage = 'None of the values that this step asks for were found.'

type Reading = Checked & {
  schema: unknown
  /** What of the result the desk learnt to read itself. */
  learnt?: Learnt | null
}

/**
 * All that a person should look at in a result as it was read: doubtful values, required ones that are missing, and
 * what the checks found. The one place that decides it; how much of it is left is told by `openItems`.
 */
export function reviewItemsOf({ schema, learnt, ...checked }: Reading): ReviewItem[] {
  const { result } = checked
  const values = listReadValues(result)
  const findings = readFindings(checked)
  if (!values.some(({ value }) => isFound(value))) {
    const others = findings.filter(({ message }) => message !== nothingFoundMessage)
    return [emptyResult, ...others.filter(({ code }) => code !== missingCode)]
  }
  const doubtful = values.flatMap(({ path, value, evidence }): ReviewItem[] =>
    isFound(value) && (isDoubtful(evidence) || isUncertain(learnt?.[path]?.certainty))
      ? [{ kind: 'value', id: path, certainty: learnt?.[path]?.certainty ?? evidence?.confidence ?? 0 }]
      : [],
  )
  const told = findings.filter(({ code }) => code === missingCode).flatMap(({ fields }) => fields)
  const isLearnt = (path: string) => isFound(learnt?.[path]?.value)
  const missing = [...new Set([...told, ...listMissing({ result, schema })])].filter(
    (path) => !isLearnt(path),
  )
  const breaches = breachesOf({ result, corrections: {} })
  const others = findings.filter(
    (finding) =>
      (finding.code !== missingCode || finding.fields.length === 0) &&
      !isAnswered({ finding, result, learnt, breaches }),
  )
  const items = [...doubtful, ...missing.map((id): ReviewItem => ({ kind: 'missing', id })), ...others]
  return addBreaches({ items, breaches })
}

type Answered = {
  finding: FindingItem
  result: Record<string, unknown>
  learnt: Learnt | null | undefined
  breaches: Breach[]
}

/** The service checked its own values; a learnt one may have mended what it found. */
function isAnswered({ finding, result, learnt, breaches }: Answered): boolean {
  const isChanged = (path: string) => learnt?.[path] !== undefined
  return isResolved({ finding, corrected: result, isChanged, breaches })
}

/** Its fields are counted one by one. */
const missingCode = 'required.missing'

const emptyResult: ReviewItem = {
  kind: 'finding',
  id: '_nothing',
  severity: 'error',
  code: nothingFound,
  fields: [],
  values: {},
  message: nothingFoundMessage,
}
