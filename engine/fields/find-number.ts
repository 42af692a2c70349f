import { collectCandidates, type Labels } from './candidates'
import { isCreditNote, isOfOriginalInvoice } from './credit-note'
import type { Found } from '../extract/found'
import type { Layout } from '../extract/layout/layout'
import { readNumber } from '../extract/values/read-values'

/** Fainter than this is the number of something else: `Packing list no. 331`. */
const minScore = 0.35

/** The number that a label names; on a credit note its own before that of the invoice it corrects. */
export function findNumber({
  field,
  labels,
  layout,
}: {
  field: string
  labels: Labels
  layout: Layout
}): Found<string> | null {
  const candidates = collectCandidates({ field, labels, layout, read: readNumber }).filter(
    ({ score }) => score >= minScore,
  )
  const own = isCreditNote(layout) ? candidates.filter(({ hit }) => !isOfOriginalInvoice(hit)) : candidates
  return own[0] ?? candidates[0] ?? null
}
