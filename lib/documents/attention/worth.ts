import type { ReviewItem } from '../model/review-item'

/** How much of a look an item is worth by what its field decides: money first, then days and numbers, then the rest. */
const weights: [RegExp, number][] = [
  [/(^|[._])(grand_?)?(total|amount_?due|importe_?total|monto_?total)$/i, 4],
  [/amount|subtotal|tax|price|iban|account|importe|monto|impuesto|iva|cuenta/i, 3],
  [/date|due|number|numero|fecha|folio|supplier|vendor|proveedor|emisor/i, 2],
]
const others = 1
const doubtOfFinding = { error: 1, warning: 0.5 }

/** What is worth a person's look first: certainty × weight of the field × amount of the document. */
export function worthOf({ items, total }: { items: ReviewItem[]; total: number | null }): number {
  const doubt = items.reduce((sum, item) => sum + doubtOf(item) * weightOf(item), 0)
  // By its magnitude, so that one very large document does not hide all doubt of the others.
  const amount = 1 + Math.log10(1 + Math.abs(total ?? 0))
  return Math.round(doubt * amount * 1000) / 1000
}

function doubtOf(item: ReviewItem): number {
  if (item.kind === 'value') return 1 - item.certainty
  return item.kind === 'missing' ? 1 : doubtOfFinding[item.severity]
}

function weightOf(item: ReviewItem): number {
  const names = item.kind === 'finding' ? item.fields : [item.id]
  const known = names.map((name) => weights.find(([pattern]) => pattern.test(name))?.[1] ?? others)
  return Math.max(others, ...known)
}
