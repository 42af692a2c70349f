import { addBreaches, breachesOf } from '../findings/all-items'
import type { Confirmations } from '../model/confirmations'
import { applyCorrections, type Corrections, rowChangesOf } from '../model/corrections'
import { type Learnt, readingOf } from '../model/learnt'
import { outlivesCheck, type ReviewItem } from '../model/review-item'
import { isResolved } from './is-resolved'
import { nothingFound } from './review-items'

type Reviewed = {
  items: ReviewItem[]
  result: Record<string, unknown>
  corrections: Corrections
  confirmations: Confirmations
}

type ReviewedDocument = Omit<Reviewed, 'items' | 'result'> & {
  reviewItems: ReviewItem[]
  result: Reviewed['result'] | null
  learnt: Learnt
  checkedAt: string | null
}

/**
 * What is left to review: all that nobody has put right, taken out with its row, or confirmed as printed. A check of
 * all values answers the rest, but for what other papers say: that can come to light after it.
 */
export function openItems({
  items,
  result,
  corrections,
  confirmations,
  isChecked = false,
}: Reviewed & { isChecked?: boolean }): ReviewItem[] {
  const changed = Object.keys(corrections)
  const removed = Object.entries(rowChangesOf(corrections)).flatMap(([path, row]) =>
    row.removed ? [path] : [],
  )
  const isRemoved = (path: string) => removed.some((row) => isWithin({ path, holder: row }))
  const isChanged = (path: string) =>
    isRemoved(path) || changed.some((one) => isWithin({ path: one, holder: path }))
  const corrected = applyCorrections({ result, corrections })
  const breaches = breachesOf({ result, corrections })
  return addBreaches({ items, breaches }).filter((item) => {
    if (item.id in confirmations || (isChecked && !outlivesCheck(item))) return false
    if (item.kind !== 'finding') return !isChanged(item.id)
    if (item.code === nothingFound) return changed.length === 0
    return !isResolved({ finding: item, corrected, isChanged, breaches })
  })
}

/** What is left to review of a document. */
export function openItemsOf(document: ReviewedDocument): ReviewItem[] {
  const { reviewItems: items, result, learnt, checkedAt } = document
  if (!result) return []
  const isChecked = checkedAt !== null
  return openItems({ ...document, items, result: readingOf({ result, learnt }), isChecked })
}

const isWithin = ({ path, holder }: { path: string; holder: string }) =>
  path === holder || path.startsWith(`${holder}.`)
