import { allItems } from '../findings/all-items'
import type { ReviewItem } from '../model/review-item'
import { isDoubtful } from './evidence'
import { listMissing } from './missing-fields'
import { type Checked, readFindings } from './read-findings'
import { isFound, listReadValues } from './read-values'

/** The code of the finding that nothing was read at all. */
export const nothingFound = 'values.none'
const nothingFoundMessage = 'None of the values that this step asks for were found.'

/**
 * All that a person should look at in a result as it was read: doubtful values, required ones that are missing, and
 * what the checks found. The one place that decides it; how much of it is left is told by `openItems`.
 */
export function reviewItemsOf({ schema, ...checked }: Checked & { schema: unknown }): ReviewItem[] {
  const { result } = checked
  const values = listReadValues(result)
  const findings = readFindings(checked)
  if (!values.some(({ value }) => isFound(value))) {
    const others = findings.filter(({ message }) => message !== nothingFoundMessage)
    return [emptyResult, ...others.filter(({ code }) => code !== missingCode)]
  }
  const doubtful = values.flatMap(({ path, value, evidence }): ReviewItem[] =>
    isFound(value) && isDoubtful(evidence)
      ? [{ kind: 'value', id: path, certainty: evidence?.confidence ?? 0 }]
      : [],
  )
  const told = findings.filter(({ code }) => code === missingCode).flatMap(({ fields }) => fields)
  const missing = [...new Set([...told, ...listMissing({ result, schema })])]
  const others = findings.filter(({ code, fields }) => code !== missingCode || fields.length === 0)
  const items = [...doubtful, ...missing.map((id): ReviewItem => ({ kind: 'missing', id })), ...others]
  return allItems({ items, result, corrections: {} })
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
