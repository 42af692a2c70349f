import type { Word } from '../readers/reading'
import type { FoundAmount } from './amounts-in-words'
import { findAmounts } from './amounts-in-words'
import type { Labels } from './candidates'
import type { ReadingContext } from './context'
import type { Layout, TextLine } from './layout'
import type { LineItem } from './line-item'
import { toDescription, toNumber } from './table-rows'

/** Items of a receipt without a table: lines of text that end in an amount, above the first total. */
export function readReceiptRows({
  layout,
  labels,
  context,
}: {
  layout: Layout
  labels: Labels
  context: ReadingContext
}): LineItem[] {
  const items: LineItem[] = []
  let heading: TextLine | null = null
  for (const line of layout.lines) {
    if (isTotalLine({ line, labels })) break
    const words = line.segments.flatMap((segment) => segment.words)
    const amounts = findAmounts({ words, decimalMark: context.decimalMark })
    const last = amounts.at(-1)
    const text = words.slice(0, amounts[0]?.start ?? words.length)
    const isPriced = last !== undefined && last.decimals === 2 && last.end >= words.length - 1
    if (!isPriced) {
      heading = hasLetters(words) && !isLabelled({ line, labels }) ? line : null
    } else if (!isLabelled({ line, labels })) {
      const own = hasLetters(text) ? text : (heading?.segments.flatMap((segment) => segment.words) ?? [])
      if (own.length > 0) items.push(toItem({ words: own, amounts, last, pageIndex: line.pageIndex }))
      heading = null
    }
  }
  return items
}

function isTotalLine({ line, labels }: { line: TextLine; labels: Labels }): boolean {
  const isMoneyField = (field: string | null) =>
    field === 'total' || field === 'subtotal' || field === 'tax' || field === 'cash'
  return line.segments.some((segment) =>
    (labels.bySegment.get(segment) ?? []).some(
      (hit) => hit.isAtStart && hit.meanings.some(({ field }) => isMoneyField(field)) && /\d/.test(line.text),
    ),
  )
}

function isLabelled({ line, labels }: { line: TextLine; labels: Labels }): boolean {
  return line.segments.some((segment) => (labels.bySegment.get(segment) ?? []).some((hit) => hit.isAtStart))
}

function hasLetters(words: Word[]): boolean {
  return words.some((word) => /\p{L}{3}/u.test(word.text))
}

function toItem({
  words,
  amounts,
  last,
  pageIndex,
}: {
  words: Word[]
  amounts: FoundAmount[]
  last: FoundAmount
  pageIndex: number
}): LineItem {
  const item: LineItem = { amount: toNumber({ cell: last, pageIndex }) }
  const factors = findFactors({ amounts: amounts.slice(0, -1), product: last.value })
  if (factors) {
    item.quantity = toNumber({ cell: factors.quantity, pageIndex })
    item.unit_price = toNumber({ cell: factors.price, pageIndex })
  }
  item.description = toDescription({ words, pageIndex })
  return item
}

/** Of the other figures on the line, two whose product is the amount are quantity and price. */
function findFactors({
  amounts,
  product,
}: {
  amounts: FoundAmount[]
  product: number
}): { quantity: FoundAmount; price: FoundAmount } | null {
  for (const quantity of amounts.filter(
    (amount) => amount.decimals !== 2 || Number.isInteger(amount.value),
  )) {
    const price = amounts.find(
      (amount) => amount !== quantity && Math.abs(amount.value * quantity.value - product) < 0.011,
    )
    if (price) return { quantity, price }
  }
  return null
}
