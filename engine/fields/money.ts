import type { FoundAmount } from '../extract/values/amounts-in-words'
import { findAmounts } from '../extract/values/amounts-in-words'
import { type Candidate, hitsOf, type Labels, weighSlot } from './candidates'
import type { ReadingContext } from '../extract/context'
import type { LabelHit } from '../extract/labels/find-labels'
import { findSlots, type Slot } from './find-slots'
import type { Layout } from '../extract/layout/layout'
import { hasUnit, isUnderMeasure } from './measures'

export type MoneyCandidate = Omit<Candidate<number>, 'hit'> & { mark: string | null }

/** Amounts that stand where the labels of a field say: on the line the last one, below the nearest. */
export function collectMoney({
  field,
  labels,
  layout,
  context,
}: {
  field: string
  labels: Labels
  layout: Layout
  context: ReadingContext
}): MoneyCandidate[] {
  return hitsOf({ field, labels }).flatMap(({ hit, weight }) => {
    const page = layout.pages[hit.pageIndex]
    if (!page) return []
    const slots = findSlots({ hit, page, labelled: labels.bySegment })
    const read = (slot: Slot) =>
      findAmounts({ words: slot.words, decimalMark: context.decimalMark })
        .filter((amount) => isMoney(amount) && !hasUnit({ amount, words: slot.words }))
        .map((amount) => ({ amount, slot }))
    const onLine = slots.filter((slot) => slot.direction !== 'below').flatMap(read)
    const below = slots.filter((slot) => slot.direction === 'below').flatMap(read)
    const chosen = onLine.at(-1) ?? below[0]
    if (!chosen || isUnderMeasure({ amount: chosen.amount, page })) return []
    const score = weight * weighSlot(chosen.slot) * weighForm(chosen.amount) * (isQualified(hit) ? 0.6 : 1)
    const { value, text, box, mark } = chosen.amount
    const confidence = Math.max(0.05, Math.min(0.99, score * (0.4 + 0.6 * chosen.amount.confidence)))
    return [{ value, text, box, mark, score, pageIndex: hit.pageIndex, confidence }]
  })
}

/** Long plain figures are numbers of accounts and telephones. */
function isMoney(amount: FoundAmount): boolean {
  return amount.decimals > 0 || amount.isGrouped || amount.mark !== null || Math.abs(amount.value) < 1_000_000
}

/** `Total 0 % supplies`, `Total savings`: more words behind the label make it the label of something else. */
function isQualified(hit: LabelHit): boolean {
  return hit.rest.some(
    (word) => /^\p{L}{4,}/u.test(word.text) && !/^(?:incl|excl|inkl|exkl|euro)/i.test(word.text),
  )
}

function weighForm(amount: FoundAmount): number {
  if (amount.decimals === 2) return 1
  if (amount.mark !== null || amount.isGrouped) return 0.95
  return amount.decimals === 0 ? 0.55 : 0.75
}
