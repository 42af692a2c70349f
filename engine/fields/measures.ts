import type { Word } from '../readers/reading'
import type { FoundAmount } from './amounts-in-words'
import { bottomOf, horizontalOverlap } from './box'
import type { LayoutPage } from './layout'

const unit =
  /^(?:kgs?|g|gr|lbs?|oz|t|to|tonnes?|l|lt|ltr|litres?|liters?|litros|ml|m|m2|m²|m3|m³|cm|mm|km|kwh|mwh|kw|cbm|pcs|pieces|pieza?s|stk|stück|szt|colis|bultos|cartons|pallets|pages?|hours|hrs|std|%)[.,;)]*$/i

const measureHead =
  /\b(?:kgs?|lbs?|weight|gewicht|peso|poids|waga|vikt|volume|volumen|cbm|pieces|pcs|cartons|colis|bultos)\b/i

/** Weights, lengths and counts: figures with a unit behind them, or in a column headed by one. Money has neither. */
export function isMeasure({
  amount,
  words,
  page,
}: {
  amount: FoundAmount
  words: Word[]
  page: LayoutPage
}): boolean {
  if (amount.mark !== null) return false
  if (unit.test(words[amount.end]?.text ?? '')) return true
  const above = page.lines
    .flatMap((line) => line.segments)
    .filter(
      (segment) =>
        /\p{L}{2}/u.test(segment.text) &&
        bottomOf(segment.box) <= amount.box.y + 1 &&
        horizontalOverlap({ a: segment.box, b: amount.box }) > 0.3,
    )
  const head = above.sort((a, b) => b.box.y - a.box.y)[0]
  return head !== undefined && head.words.length <= 4 && measureHead.test(head.text)
}
