import type { Word } from '../readers/reading'
import type { FoundAmount } from '../extract/values/amounts-in-words'
import { findAmounts } from '../extract/values/amounts-in-words'
import { bottomOf, middleOf, rightOf } from '../extract/layout/box'
import type { Labels } from './candidates'
import type { ReadingContext } from '../extract/context'
import { findDates } from '../extract/values/dates'
import { findProduct } from './factors'
import { type Found, toFound } from '../extract/found'
import { type Layout, type LayoutPage, type TextLine, wordsOf } from '../extract/layout/layout'
import type { LineItem } from './line-item'
import type { ItemColumn, TableColumn, TableHeader } from './table-header'
import { toTextKey } from '../extract/labels/text-key'
import { labelsOf } from '../extract/labels/vocabulary'
import { textOf, wordsBetween } from '../extract/layout/word-text'

type NumberCells = { [column in Exclude<ItemColumn, 'description'>]?: FoundAmount }
type Row = { text: Word[]; cells: NumberCells; top: number; bottom: number }

/** The rows below a table's head, down to the totals. */
export function readTableRows({
  layout,
  header,
  labels,
  context,
}: {
  layout: Layout
  header: TableHeader
  labels: Labels
  context: ReadingContext
}): LineItem[] {
  const page = layout.pages[header.pageIndex]
  if (!page) return []
  const rows: Row[] = []
  let pending: Word[] = []
  let isPastSubtotal = false
  let lastBottom = header.bottom
  for (const line of page.lines.filter((one) => middleOf(one.box) > header.bottom)) {
    const kind = kindOfLine({ line, labels })
    if (kind === 'total' && rows.length > 0) break
    const row = readLine({ line, header, page, context })
    const isNear = line.box.y - lastBottom < page.lineHeight * 0.9
    if (kind === 'subtotal' || kind === 'total') {
      isPastSubtotal = rows.length > 0
      pending = []
    } else if (isRow({ row, isPastSubtotal })) {
      rows.push({ ...row, text: row.text.length > 0 ? row.text : pending })
      pending = []
      isPastSubtotal = false
      lastBottom = bottomOf(line.box)
    } else if (row.text.length > 0) {
      const last = rows.at(-1)
      if (last && isNear && !isPastSubtotal) last.text.push(...row.text)
      else if (rows.length === 0) pending = isNear ? [...pending, ...row.text] : row.text
      if (isNear || rows.length === 0) lastBottom = bottomOf(line.box)
    }
  }
  return rows.map((row) => toLineItem({ row, pageIndex: header.pageIndex }))
}

function kindOfLine({ line, labels }: { line: TextLine; labels: Labels }): 'total' | 'subtotal' | 'other' {
  if (isCarriedOver(line)) return 'subtotal'
  const hasMoney = line.segments.some((segment) =>
    findAmounts({ words: segment.words }).some((one) => one.decimals > 0 || one.isGrouped),
  )
  if (!hasMoney) return isHeadOfTotals({ line, labels }) ? 'total' : 'other'
  const fields = line.segments.flatMap((segment) =>
    (labels.bySegment.get(segment) ?? [])
      .filter((hit) => hit.isAtStart)
      .flatMap((hit) => hit.meanings.flatMap(({ field, isWeak }) => (field && !isWeak ? [field] : []))),
  )
  if (
    fields.some(
      (field) => field === 'subtotal' || field === 'tax' || field === 'discount' || field === 'shipping',
    )
  ) {
    return 'subtotal'
  }
  return fields.some((field) => field === 'total' || field === 'amount_due') ? 'total' : 'other'
}

const totalFields = ['subtotal', 'tax', 'total', 'amount_due', 'rounding']

/** `Net  VAT  Total` heads a row of totals below the items. */
function isHeadOfTotals({ line, labels }: { line: TextLine; labels: Labels }): boolean {
  const named = line.segments.filter((segment) =>
    (labels.bySegment.get(segment) ?? []).some(
      (hit) => hit.isAtStart && hit.meanings.some(({ field }) => field && totalFields.includes(field)),
    ),
  )
  return named.length >= 2 && named.length * 2 >= line.segments.length
}

const carriedOver = labelsOf('carried_over').map(toTextKey)

/** The sum at the foot of one page and at the head of the next. */
function isCarriedOver(line: TextLine): boolean {
  const key = toTextKey(line.text.replace(/\d/g, ''))
  return carriedOver.some((label) => key === label || (label.length > 6 && key.startsWith(label)))
}

function readLine({
  line,
  header,
  page,
  context,
}: {
  line: TextLine
  header: TableHeader
  page: LayoutPage
  context: ReadingContext
}): Row {
  const words = wordsOf(line)
  const cells: NumberCells = {}
  const used = new Set<Word>()
  const figures = line.segments.flatMap((segment) => amountsOf({ words: segment.words, context }))
  for (const amount of figures) {
    const column = columnAt({ header, left: amount.box.x, right: rightOf(amount.box), page })
    if (!column || column === 'description') continue
    for (const word of words) {
      if (word.box.x >= amount.box.x - 0.1 && rightOf(word.box) <= rightOf(amount.box) + 0.1) used.add(word)
    }
    if (column !== 'other') cells[column] ??= amount
  }
  const text = words.filter((word) => !used.has(word) && isInDescription({ word, header, page }))
  Object.assign(cells, cells.amount && findProduct({ figures, amount: cells.amount }))
  return { text, cells, top: line.box.y, bottom: bottomOf(line.box) }
}

function amountsOf({ words, context }: { words: Word[]; context: ReadingContext }): FoundAmount[] {
  const amounts = findAmounts({ words, decimalMark: context.decimalMark })
  if (amounts.length === 0) return []
  const days = findDates({ text: textOf(words), order: context.dateOrder }).flatMap((date) =>
    wordsBetween({ words, ...date }),
  )
  return amounts.filter(
    (amount) => !words.slice(amount.start, amount.end).some((word) => days.includes(word)),
  )
}

/** The column under whose head a figure stands, or the nearest one within two lines' width. */
function columnAt({
  header,
  left,
  right,
  page,
}: {
  header: TableHeader
  left: number
  right: number
  page: LayoutPage
}): TableColumn['name'] | null {
  const distances = header.columns.map((column) => ({
    name: column.name,
    distance: Math.max(0, column.box.x - right, left - rightOf(column.box)),
    offset: Math.min(Math.abs(rightOf(column.box) - right), Math.abs(column.box.x - left)),
  }))
  const [nearest] = distances.sort((a, b) => a.distance - b.distance || a.offset - b.offset)
  return nearest && nearest.distance < page.lineHeight * 2.5 ? nearest.name : null
}

function isInDescription({
  word,
  header,
  page,
}: {
  word: Word
  header: TableHeader
  page: LayoutPage
}): boolean {
  const at = header.columns.findIndex((column) => column.name === 'description')
  const previous = header.columns[at - 1]
  const next = header.columns[at + 1]
  const left = previous ? rightOf(previous.box) - page.lineHeight * 0.5 : Number.NEGATIVE_INFINITY
  const right = next ? next.box.x - page.lineHeight * 0.2 : Number.POSITIVE_INFINITY
  const middle = word.box.x + word.box.width / 2
  return at >= 0 && middle > left && middle < right
}

/** A row has an amount; below a subtotal it must also say how many at what price. */
function isRow({ row, isPastSubtotal }: { row: Row; isPastSubtotal: boolean }): boolean {
  const { amount, quantity, unit_price: price } = row.cells
  if (amount === undefined) return quantity !== undefined && price !== undefined && !isPastSubtotal
  const isMoney = amount.decimals > 0 || amount.mark !== null || quantity !== undefined || amount.isGrouped
  return isMoney && (!isPastSubtotal || quantity !== undefined || price !== undefined)
}

function toLineItem({ row, pageIndex }: { row: Row; pageIndex: number }): LineItem {
  const item: LineItem = {}
  if (row.text.length > 0) item.description = toDescription({ words: row.text, pageIndex })
  for (const column of ['quantity', 'unit_price', 'amount'] as const) {
    const cell = row.cells[column]
    if (cell) item[column] = toNumber({ cell, pageIndex })
  }
  return item
}

export function toDescription({ words, pageIndex }: { words: Word[]; pageIndex: number }): Found<string> {
  const value = words.map((word) => word.text).join(' ')
  return toFound({ read: { value, words, quality: 1 }, pageIndex, score: 0.85 })
}

export function toNumber({ cell, pageIndex }: { cell: FoundAmount; pageIndex: number }): Found<number> {
  const { value, text, box, confidence } = cell
  return { value, text, box, pageIndex, confidence: 0.9 * confidence }
}
