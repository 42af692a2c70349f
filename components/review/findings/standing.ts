import { openItems } from '@/lib/documents/attention/open-items'
import { breachAt, breachesOf } from '@/lib/documents/findings/all-items'
import type { Breach } from '@/lib/documents/findings/breaches'
import { readingOf } from '@/lib/documents/model/learnt'
import { type FindingItem, outlivesCheck } from '@/lib/documents/model/review-item'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import type { ResultValue } from '../result/result-tree'

/** A finding at the field it is about. */
export type Standing = {
  finding: FindingItem
  /** The rule of the desk that its values break now; null where it is about something else. */
  breach: Breach | null
  /** The path of the value or table where it is shown. */
  at: string
  /** The person who confirmed it as printed; null while it waits. */
  confirmedBy: string | null
}

/** The findings that have a place among the values, but for those that people put right. */
export function standingFindings({
  document,
  values,
}: {
  document: DocumentDetail
  values: ResultValue[]
}): Standing[] {
  const { corrections, confirmations, reviewItems: items, checkedBy, learnt } = document
  if (!document.result) return []
  const result = readingOf({ result: document.result, learnt })
  const breaches = breachesOf({ result, corrections })
  const paths = new Set(values.map(({ path }) => path))
  return openItems({ items, result, corrections, confirmations: {} }).flatMap((finding): Standing[] => {
    if (finding.kind !== 'finding') return []
    const breach = breachAt({ item: finding, breaches })
    const at = placeOf({ finding, breach, paths })
    const confirmedBy = confirmations[finding.id]?.by.name ?? (outlivesCheck(finding) ? null : checkedBy)
    return at === null ? [] : [{ finding, breach, at, confirmedBy }]
  })
}

type Placed = { finding: FindingItem; breach: Breach | null; paths: ReadonlySet<string> }

/** Of a sum at what it should come to, else at the first field; in a table at the table. */
function placeOf({ finding, breach, paths }: Placed): string | null {
  const isSum = breach?.code === 'totals.mismatch'
  const wanted = isSum ? [breach.right.path, ...finding.fields] : finding.fields
  for (const path of wanted) {
    const table = /^(.*?)\.\d+(\.|$)/.exec(path)?.[1]
    if (table !== undefined) return table
    if (paths.has(path)) return path
    if ([...paths].some((one) => one.startsWith(`${path}.`))) return path
  }
  return null
}

type Above = { document: DocumentDetail; standing: ReadonlySet<string> }

/** What is told above all values: what stands nowhere among them. */
export function withoutStanding({ document, standing }: Above) {
  const { validation } = document
  const rest = (severity: 'error' | 'warning') => {
    const { count, messages } = validation?.[`${severity}s`] ?? { count: 0, messages: [] }
    const kept = messages.filter((_message, at) => !standing.has(`_${severity}.${at}`))
    return { count: count - (messages.length - kept.length), messages: kept }
  }
  return validation && { errors: rest('error'), warnings: rest('warning') }
}
