import { oncePer } from '../once-per'
import type { Box, Word } from '../readers/reading'
import type { FoundAmount } from '../extract/values/amounts-in-words'
import { bottomOf, horizontalOverlap } from '../extract/layout/box'
import type { LayoutPage } from '../extract/layout/layout'
import { segmentsOf } from '../extract/layout/segments-by-height'
import { textOf } from '../extract/layout/word-text'

const unit =
  /^(?:kgs?|g|gr|lbs?|oz|t|to|tonnes?|l|lt|ltr|litres?|liters?|litros|ml|m|m2|m²|m3|m³|cm|mm|km|kwh|mwh|kw|cbm|pcs|pieces|pieza?s|stk|stück|szt|colis|bultos|cartons|pallets|pages?|hours|hrs|std|%)[.,;)]*$/i

const measureHead =
  /\b(?:kgs?|lbs?|weight|gewicht|peso|poids|waga|vikt|volume|volumen|cbm|pieces|pcs|cartons|colis|bultos)\b/i

/** A figure with a unit behind it: a weight, a length, a count. */
export function hasUnit({ amount, words }: { amount: FoundAmount; words: Word[] }): boolean {
  return amount.mark === null && unit.test(words[amount.end]?.text ?? '')
}

/** A figure in a column of weights or counts, as its head says. */
export function isUnderMeasure({ amount, page }: { amount: FoundAmount; page: LayoutPage }): boolean {
  return amount.mark === null && measureHead.test(headAbove({ box: amount.box, page }))
}

/** The nearest text above a figure, as far as it stands over it. */
function headAbove({ box, page }: { box: Box; page: LayoutPage }): string {
  const margin = page.lineHeight
  const column = { ...box, x: box.x - margin, width: box.width + 2 * margin }
  const above = writtenWordsOf(page).filter(
    (word) => bottomOf(word.box) <= box.y + 1 && horizontalOverlap({ a: word.box, b: column }) > 0.3,
  )
  const lowest = above.reduce((most, word) => Math.max(most, bottomOf(word.box)), Number.NEGATIVE_INFINITY)
  return textOf(above.filter((word) => bottomOf(word.box) > lowest - page.lineHeight * 0.5))
}

/** Words of letters, in their order on the page. */
const writtenWordsOf = oncePer((page: LayoutPage): Word[] =>
  segmentsOf(page).flatMap(({ words }) => words.filter((word) => /\p{L}{2}/u.test(word.text))),
)
