import type { Found } from '../extract/found'

export type LineItem = {
  description?: Found<string>
  quantity?: Found<number>
  unit_price?: Found<number>
  amount?: Found<number>
}

/** What the amounts of all lines come to, in the unit of the document; null without amounts. */
export function sumOfLines(items: LineItem[]): number | null {
  const amounts = items.flatMap((item) => (item.amount ? [item.amount.value] : []))
  return amounts.length === 0
    ? null
    : Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100) / 100
}
