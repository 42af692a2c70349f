import type { Word } from '../readers/reading'
import type { FoundAmount } from '../extract/values/amounts-in-words'
import { findAmounts } from '../extract/values/amounts-in-words'
import type { Labels } from './candidates'
import type { ReadingContext } from '../extract/context'
import { findFactors } from './factors'
import { type Layout, type TextLine, wordsOf } from '../extract/layout/layout'
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
    const words = wordsOf(line)
    const amounts = findAmounts({ words, decimalMark: context.decimalMark })
    const last = amounts.at(-1)
    const isPriced = last !== undefined && isMoney(last) && last.end >= words.length - 1
    if (!isPriced) {
      heading = hasLetters(words) && !isLabelled({ line, labels }) ? line : null
    } else if (!isLabelled({ line, labels })) {
      const own = wordsOfName({ words, amounts })
      const name = hasLetters(own) ? own : heading ? wordsOf(heading) : []
      if (name.length > 0) items.push(toItem({ words: name, amounts, last, pageIndex: line.pageIndex }))
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

/** `PAN` is a tax number before a colon, and bread before a price. */
function isLabelled({ line, labels }: { line: TextLine; labels: Labels }): boolean {
  return line.segments.some((segment) =>
    (labels.bySegment.get(segment) ?? []).some(
      (hit) => hit.isAtStart && (hit.isAlone || /[:.#]$/.test(hit.text) || hit.text.length > 5),
    ),
  )
}

/** Currencies without cents group their thousands. */
function isMoney(amount: FoundAmount): boolean {
  return amount.decimals === 2 || (amount.decimals === 0 && amount.isGrouped)
}

/** What stands between a quantity at the beginning and the first price; sizes (`2,5 kg`) belong to the name. */
function wordsOfName({ words, amounts }: { words: Word[]; amounts: FoundAmount[] }): Word[] {
  const [first] = amounts
  const start = first && isLeadingQuantity(first) ? first.end : 0
  const price = amounts.find((amount) => amount.start >= start && isMoney(amount))
  const name = words.slice(start, price?.start ?? words.length)
  const end = name.findLastIndex((word) => !/^(?:[x×@*]|\d{1,3}[x×@*]?)$/i.test(word.text))
  return name.slice(0, end + 1)
}

function isLeadingQuantity(amount: FoundAmount): boolean {
  return amount.start === 0 && amount.decimals === 0 && amount.value > 0 && amount.value < 100
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
  const factors = findFactors({ figures: amounts, product: last })
  const [first] = amounts
  const quantity = factors?.quantity ?? (first && first !== last && isLeadingQuantity(first) ? first : null)
  if (quantity) item.quantity = toNumber({ cell: quantity, pageIndex })
  if (factors) item.unit_price = toNumber({ cell: factors.unit_price, pageIndex })
  item.description = toDescription({ words, pageIndex })
  return item
}
