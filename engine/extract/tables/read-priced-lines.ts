import type { Word } from '../../readers/reading'
import type { ReadingContext } from '../context'
import { type Found, toFound } from '../found'
import { type Layout, type TextLine, wordsOf } from '../layout/layout'
import type { ListField } from '../schema/schema-field'
import { type FoundAmount, findAmounts } from '../values/amounts-in-words'
import { findFactors } from './factors'
import type { ItemColumn } from './item-columns'
import { isLabelled, isPayment, roleOf } from './line-roles'
import type { ListRow } from './read-cells'

type Figures = { [column in Exclude<ItemColumn, 'description'>]?: FoundAmount }
type Item = Figures & { amount: FoundAmount; name: Word[]; pageIndex: number }
type Priced = { line: TextLine; words: Word[]; amounts: FoundAmount[] }

/** Wider print than so many lines' heights is no till's. */
const narrow = 45
const scores = { proven: 0.95, narrow: 0.75 }

/**
 * Priced lines without a head, as tills print them. They are believed when they come to a sum that is printed below
 * them, or when the paper is as narrow as a till's.
 */
export function readPricedLines(input: {
  layout: Layout
  context: ReadingContext
  list: ListField
}): ListRow[] {
  const { layout, context, list } = input
  const asked = new Set(list.columns.flatMap(({ concept }) => concept ?? []))
  if (!asked.has('description') || !asked.has('amount')) return []
  const lines = layout.lines.map((line) => ({
    line,
    words: wordsOf(line),
    amounts: findAmounts({ words: wordsOf(line), decimalMark: context.decimalMark }),
  }))
  const { items, rest } = collectItems(lines)
  const isProven = items.length > 1 && isSummed({ items, rest })
  if (!isProven && !layout.pages.every(({ lineHeight, lines: own }) => isNarrow({ lineHeight, lines: own })))
    return []
  return items.map((item) => toRow({ item, list, score: isProven ? scores.proven : scores.narrow }))
}

/** From the top to the first sum below an item. */
function collectItems(lines: Priced[]): { items: Item[]; rest: Priced[] } {
  const items: Item[] = []
  let heading: Priced | null = null
  let factors: Priced | null = null
  for (const [at, one] of lines.entries()) {
    const role = roleOf(one.line)
    const isSum = role === 'total' || (role === 'subtotal' && (one.amounts.at(-1)?.value ?? 0) >= 0)
    if (isSum && items.length > 0) return { items, rest: lines.slice(at) }
    const last = items.at(-1)
    const product =
      isFactors(one) && last && !last.unit_price
        ? findFactors({ figures: one.amounts, product: last.amount })
        : null
    if (last && product) {
      Object.assign(last, product)
    } else if (role !== null || isLabelled(one.line) || isPayment(one.line)) {
      heading = null
    } else if (isFactors(one) && (!heading || hasMark(one))) {
      factors = one
    } else if (priceOf(one)) {
      const item = toItem({ one, heading, factors })
      if (item) items.push(item)
      heading = null
      factors = null
    } else if (hasName(one.words)) {
      heading = one
    }
  }
  return { items, rest: [] }
}

/** The money at the end of a line; a letter of the tax may follow it. */
function priceOf({ words, amounts }: Priced): FoundAmount | null {
  const last = amounts.at(-1)
  const isMoney = last && (last.decimals === 2 || (last.decimals === 0 && last.isGrouped))
  return isMoney && last.end >= words.length - 1 ? last : null
}

/** `2 x 3.50`: figures and what stands between them. */
function isFactors({ words, amounts }: Priced): boolean {
  return amounts.length === 2 && !hasName(words)
}

function hasMark({ words }: Priced): boolean {
  return words.some(({ text }) => /^\d*[x×@*]\d*$/i.test(text))
}

function hasName(words: Word[]): boolean {
  return words.some(({ text }) => /\p{L}{3}/u.test(text) || /\p{Lo}{2}/u.test(text))
}

function toItem(input: { one: Priced; heading: Priced | null; factors: Priced | null }): Item | null {
  const { one, heading, factors } = input
  const amount = priceOf(one)
  if (!amount) return null
  const product =
    findFactors({ figures: one.amounts, product: amount }) ??
    (factors && findFactors({ figures: factors.amounts, product: amount }))
  const [first] = one.amounts
  const counted = first && first !== amount && isCount(first) ? { quantity: first } : {}
  const figures: Partial<Figures> = { ...counted, ...product }
  const own = nameOf({ one, quantity: figures.quantity })
  const name = hasName(own) ? own : (heading?.words ?? [])
  return hasName(name) ? { ...figures, amount, name, pageIndex: one.line.pageIndex } : null
}

function isCount({ start, decimals, value }: FoundAmount): boolean {
  return start === 0 && decimals === 0 && value > 0 && value < 100
}

/** What stands before the first price without the figures that are counted; sizes (`2,5 kg`) belong to the name. */
function nameOf({ one, quantity }: { one: Priced; quantity: FoundAmount | undefined }): Word[] {
  const { words, amounts } = one
  const price = amounts.find(({ decimals, isGrouped }) => decimals === 2 || isGrouped)
  const counted = new Set(
    quantity && amounts.includes(quantity) ? words.slice(quantity.start, quantity.end) : [],
  )
  const name = words.slice(0, price?.start ?? words.length).filter((word) => !counted.has(word))
  const isMark = ({ text }: Word) => /^(?:\d{0,3}[x×@*]|[x×@*]\d{0,3}|[-=_.]+)$/i.test(text)
  return name.slice(
    Math.max(
      0,
      name.findIndex((word) => !isMark(word)),
    ),
    name.findLastIndex((word) => !isMark(word)) + 1,
  )
}

function isSummed({ items, rest }: { items: Item[]; rest: Priced[] }): boolean {
  const sum = items.reduce((total, { amount }) => total + amount.value, 0)
  return rest.slice(0, 12).some(({ amounts }) => amounts.some(({ value }) => Math.abs(value - sum) < 0.005))
}

function isNarrow({ lineHeight, lines }: { lineHeight: number; lines: TextLine[] }): boolean {
  const left = Math.min(...lines.map(({ box }) => box.x))
  const right = Math.max(...lines.map(({ box }) => box.x + box.width))
  return lines.length === 0 || right - left < narrow * lineHeight * 0.75
}

function toRow({ item, list, score }: { item: Item; list: ListField; score: number }): ListRow {
  const { pageIndex, name } = item
  const row: ListRow = new Map()
  for (const column of list.columns) {
    if (column.concept === undefined) continue
    const value = name.map(({ text }) => text).join(' ')
    const found =
      column.concept === 'description'
        ? toFound({ read: { value, words: name, quality: 1 }, pageIndex, score })
        : toFigure({ figure: item[column.concept], pageIndex, score })
    if (found) row.set(column, found)
  }
  return row
}

function toFigure(input: {
  figure: FoundAmount | undefined
  pageIndex: number
  score: number
}): Found<number> | null {
  const { figure, pageIndex, score } = input
  if (!figure) return null
  const { value, text, box, confidence } = figure
  return { value, text, box, pageIndex, confidence: score * (0.4 + 0.6 * confidence) }
}
