import { type Found, toFound } from '@/engine/extract/layout/found'
import type { ItemColumn } from '@/engine/extract/schema/item-columns'
import { type FoundAmount, findAmounts } from '@/engine/extract/values/money/amounts-in-words'
import type { Word } from '../../../readers/reading'
import { bottomOf, rightOf } from '../../layout/box'
import { type LayoutPage, type TextLine, wordsOf } from '../../layout/layout'
import type { Paper } from '../../paper/paper'
import type { ListField } from '../../schema/schema-field'
import type { Head } from '../heads/find-heads'
import { isLabelled, isPayment, type LineRole, roleOf } from '../line-roles'
import type { ListRow } from '../read-cells'
import { findFactors } from './factors'

type Figures = { [column in Exclude<ItemColumn, 'description'>]?: FoundAmount }
type Item = Figures & { amount: FoundAmount; name: Word[]; page: LayoutPage }
type Priced = { line: TextLine; words: Word[]; amounts: FoundAmount[]; hasCents: boolean }

/** Wider print than so many lines' heights is no till's. */
const narrow = 45
const scores = { proven: 0.95, narrow: 0.75 }

/**
 * Priced lines without a head, as tills print them. They are believed when they come to a sum that is printed below
 * them, or when the paper is as narrow as a till's.
 */
export function readPricedLines({
  paper,
  list,
  head,
}: {
  paper: Paper
  list: ListField
  /** Where the lines begin, if anything heads them. */
  head: Head | undefined
}): ListRow[] {
  const asked = new Set(list.columns.flatMap(({ concept }) => concept ?? []))
  if (!asked.has('description') || !asked.has('amount')) return []
  const lines = readAmounts(paper)
  const start = head ? lines.findIndex(({ line }) => isBelow({ line, head })) : 0
  const { items: all, rest } = collectItems(lines.slice(start))
  const summed = [all, all.slice(0, -1)].find((items) => isSummed({ items, rest }))
  const items = summed ?? beforeSum(all)
  const isProven = items.length > 1 && (summed !== undefined || items.length < all.length)
  if (!isProven && (rest.length === 0 || !paper.pages.every(isNarrow))) return []
  return items.map((item) => toRow({ item, list, score: isProven ? scores.proven : scores.narrow }))
}

/** Where nothing has cents, as in currencies without them, whole figures are money. */
function readAmounts({ context, ...paper }: Paper): Priced[] {
  const lines = paper.lines.map((line) => {
    const words = wordsOf(line)
    return { line, words, amounts: findAmounts({ words, decimalMark: context.decimalMark }) }
  })
  const hasCents = lines.some(({ amounts }) => amounts.some(({ decimals }) => decimals === 2))
  return lines.map((one) => ({ ...one, hasCents }))
}

function isBelow({ line, head }: { line: TextLine; head: Head }): boolean {
  if (line.page !== head.page) return line.page.number > head.page.number
  return line.box.y >= bottomOf(head.box) - 1
}

/** A single word that elsewhere carries a sum over is what the line is of. */
function isItem({ one, role }: { one: Priced; role: LineRole }): boolean {
  return role === 'carried' && one.words.length < 3
}

function isMoney({ amount, hasCents }: { amount: FoundAmount; hasCents: boolean }): boolean {
  return hasCents ? amount.decimals === 2 : amount.decimals === 0 && (amount.isGrouped || amount.value >= 10)
}

/** From the top to the first sum below an item. */
function collectItems(lines: Priced[]): { items: Item[]; rest: Priced[] } {
  const items: Item[] = []
  let heading: Priced | null = null
  let factors: Priced | null = null
  const right = lines.reduce((most, { line }) => Math.max(most, rightOf(line.box)), 0)
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
    } else if ((role !== null && !isItem({ one, role })) || isLabelled(one.line) || isPayment(one.line)) {
      heading = null
    } else if (isFactors(one) && (!heading || hasMark(one))) {
      factors = one
    } else if (priceOf(one)) {
      const item = toItem({ one, heading, factors, right })
      if (item) items.push(item)
      heading = null
      factors = null
    } else if (hasName(one.words)) {
      heading = isBroken({ upper: heading, lower: one, right })
        ? joinLines({ upper: heading, lower: one })
        : one
    }
  }
  return { items, rest: [] }
}

/** The money at the end of a line; a letter of the tax may follow it. */
function priceOf({ line, words, amounts, hasCents }: Priced): FoundAmount | null {
  const last = amounts.at(-1)
  if (!hasCents && line.segments.length < 2) return null
  return last && isMoney({ amount: last, hasCents }) && last.end >= words.length - 1 ? last : null
}

/** `2 x 3.50`: figures and what stands between them. */
function isFactors({ words, amounts }: Priced): boolean {
  return amounts.length === 2 && !hasName(words)
}

/** A name goes on in the next line where its first word had no room on the line before. */
function isBroken(input: { upper: Priced | null; lower: Priced; right: number }): boolean {
  const { upper, lower, right } = input
  if (!upper || upper.line.segments.length > 1 || upper.words.some(({ text }) => /\d{6}/.test(text)))
    return false
  if (Math.abs(upper.line.box.x - lower.line.box.x) > 2 * lower.line.box.height) return false
  return rightOf(upper.line.box) + (lower.words[0]?.box.width ?? 0) > right
}

function joinLines({ upper, lower }: { upper: Priced | null; lower: Priced }): Priced {
  return { ...lower, words: [...(upper?.words ?? []), ...lower.words], amounts: upper?.amounts ?? [] }
}

function hasMark({ words }: Priced): boolean {
  return words.some(({ text }) => /^\d*[x×@*]\d*$/i.test(text))
}

function hasName(words: Word[]): boolean {
  return words.some(({ text }) => /\p{L}{3}/u.test(text) || /\p{Lo}{2}/u.test(text))
}

function toItem(input: {
  one: Priced
  heading: Priced | null
  factors: Priced | null
  right: number
}): Item | null {
  const { one, heading, factors, right } = input
  const amount = priceOf(one)
  if (!amount || amount.value === 0) return null
  const product =
    findFactors({ figures: one.amounts, product: amount }) ??
    (factors && findFactors({ figures: factors.amounts, product: amount }))
  const own = nameOf({ one, quantity: product?.quantity ?? countOf(one), each: product?.unit_price })
  const isWhole = hasName(own) && !isBroken({ upper: heading, lower: one, right })
  const above =
    heading && !isWhole ? nameOf({ one: heading, quantity: countOf(heading), each: undefined }) : []
  const count = countOf(heading && !isWhole ? heading : one)
  const figures: Figures = { ...(count && count !== amount ? { quantity: count } : {}), ...product }
  const name = [...above, ...own]
  return hasName(name) ? { ...figures, amount, name, page: one.line.page } : null
}

function countOf({ amounts: [first, ...others], words }: Priced): FoundAmount | undefined {
  const isBefore = first !== undefined && (others.length > 0 || first.end < words.length)
  return isBefore && isCount(first) ? first : undefined
}

function isCount({ start, decimals, value }: FoundAmount): boolean {
  return start === 0 && decimals === 0 && value > 0 && value < 100
}

type Name = { one: Priced; quantity: FoundAmount | undefined; each: FoundAmount | undefined }

/** What stands before the first price without what counts it; sizes (`2,5 kg`) belong to the name. */
function nameOf({ one, quantity, each }: Name): Word[] {
  const { words, amounts, hasCents } = one
  const price = amounts.find((amount) => amount === each || (hasCents && isMoney({ amount, hasCents })))
  const end = price?.start ?? (hasCents ? words.length : amounts.at(-1)?.start)
  const isWithin = quantity !== undefined && isWithinName({ words: words.slice(0, end), quantity })
  const isCounting = (at: number) =>
    quantity !== undefined &&
    !isWithin &&
    amounts.includes(quantity) &&
    at >= quantity.start &&
    at < quantity.end
  const name = words.slice(0, end).map((word, at) => (isCounting(at) || mark.test(word.text) ? null : word))
  const isWord = (word: Word | null) => word !== null
  return name.slice(name.findIndex(isWord), name.findLastIndex(isWord) + 1).filter(isWord)
}

/** `Hosting (3 months)`: what counts is a part of what the thing is called. */
function isWithinName({ words, quantity }: { words: Word[]; quantity: FoundAmount }): boolean {
  const isLetters = ({ text }: Word) => /\p{L}{3}/u.test(text)
  return words.slice(0, quantity.start).some(isLetters) && words.slice(quantity.end).some(isLetters)
}

/** What joins figures, and rules made of letters. */
const mark = /^(?:\d{0,3}[x×@*]|[-=_.]+)$/i

/** Up to the first amount that is what all before it come to: a sum, whatever it is called. */
function beforeSum(items: Item[]): Item[] {
  let sum = 0
  const end = items.findIndex(({ amount }, at) => {
    const isSum = at > 0 && Math.abs(amount.value - sum) < 0.005
    sum += amount.value
    return isSum
  })
  return end < 0 ? items : items.slice(0, end)
}

function isSummed({ items, rest }: { items: Item[]; rest: Priced[] }): boolean {
  const sum = items.reduce((total, { amount }) => total + amount.value, 0)
  return rest.slice(0, 12).some(({ amounts }) => amounts.some(({ value }) => Math.abs(value - sum) < 0.005))
}

/** Whether a page's print is as narrow as a till's. */
export function isNarrow({ lineHeight, lines }: LayoutPage): boolean {
  const left = Math.min(...lines.map(({ box }) => box.x))
  const right = Math.max(...lines.map(({ box }) => box.x + box.width))
  return lines.length === 0 || right - left < narrow * lineHeight * 0.75
}

function toRow({ item, list, score }: { item: Item; list: ListField; score: number }): ListRow {
  const { page, name } = item
  const row: ListRow = new Map()
  for (const column of list.columns) {
    if (column.concept === undefined) continue
    const value = name.map(({ text }) => text).join(' ')
    const found =
      column.concept === 'description'
        ? toFound({ read: { value, words: name, quality: 1 }, page, score })
        : toFigure({ figure: item[column.concept], page, score })
    if (found) row.set(column, found)
  }
  return row
}

function toFigure({
  figure,
  page,
  score,
}: {
  figure: FoundAmount | undefined
  page: LayoutPage
  score: number
}): Found<number> | null {
  if (!figure) return null
  const { value, text, box, confidence } = figure
  return { value, text, box, page, confidence: score * (0.4 + 0.6 * confidence) }
}
