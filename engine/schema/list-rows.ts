import { findAmounts } from '../extract/values/amounts-in-words'
import { bottomOf, middleOf } from '../extract/layout/box'
import type { ReadingContext } from '../extract/context'
import { type Found, toFound } from '../extract/found'
import type { Layout, LayoutPage, TextLine } from '../extract/layout/layout'
import { toTextKey } from '../extract/labels/text-key'
import { labelsOf } from '../extract/labels/vocabulary'
import { textOf } from '../extract/layout/word-text'
import { type Cells, isTelling, toCells } from './list-cells'
import type { ListHeader } from './list-header'
import { readKind, type SchemaValue } from '../extract/values/read-kind'
import type { ListField, ValueField } from '../extract/schema/schema-field'

export type ListRow = Map<ValueField, Found<SchemaValue>>
type Row = { cells: Cells; pageIndex: number }

const cellScore = 0.85
/** So many lines of print without a row end a table. */
const longestGap = 3

/** The rows below a table's head, down to its total, the next head, or a gap; and on the next page when they go on. */
export function readListRows(input: {
  list: ListField
  header: ListHeader
  /** Where another table begins on the same page. */
  end: number
  layout: Layout
  context: ReadingContext
}): ListRow[] {
  const { list, header, end, layout, context } = input
  const page = layout.pages[header.pageIndex]
  if (!page) return []
  const first = readPage({ ...input, page, pageIndex: header.pageIndex, top: header.bottom, end })
  const rows = [...first.rows]
  let { isOpen } = first
  for (let pageIndex = header.pageIndex + 1; isOpen && pageIndex < layout.pages.length; pageIndex += 1) {
    const next = layout.pages[pageIndex]
    if (!next) break
    const more = readPage({ ...input, page: next, pageIndex, top: 0, end: Number.POSITIVE_INFINITY })
    rows.push(...more.rows)
    isOpen = more.isOpen && more.rows.length > 0
  }
  return withoutEnumeration(
    rows.map((row) => readCells({ row, list, context })).filter((row) => row.size > 0),
  )
}

function readPage({
  list,
  header,
  context,
  page,
  pageIndex,
  top,
  end,
}: {
  list: ListField
  header: ListHeader
  context: ReadingContext
  page: LayoutPage
  pageIndex: number
  top: number
  end: number
}): { rows: Row[]; isOpen: boolean } {
  const rows: Row[] = []
  const headed = header.columns.flatMap(({ field }) => (field ? [field] : []))
  const without = list.columns.filter((field) => !headed.includes(field) && !isTelling(field))
  const unheaded = without.length === 1 ? (without[0] ?? null) : null
  let lastBottom = top
  for (const line of page.lines.filter(({ box }) => middleOf(box) > top && middleOf(box) < end)) {
    if (isTotal(line)) return { rows, isOpen: false }
    const gap = line.box.y - lastBottom
    const isApart = gap > page.lineHeight * (isLabelled(line) ? 0.6 : longestGap)
    if (rows.length > 0 && isApart) return { rows, isOpen: false }
    const cells = toCells({ line, columns: header.columns, unheaded, page, context })
    if (isRow({ cells, headed, context })) {
      rows.push({ cells, pageIndex })
      lastBottom = bottomOf(line.box)
    } else if (rows.length > 0 && cells.size > 0 && gap < page.lineHeight * 0.6) {
      continueRow({ row: rows.at(-1), cells })
      lastBottom = bottomOf(line.box)
    }
  }
  const isOpen = rows.length > 0 && lastBottom > page.page.height * 0.7
  return { rows, isOpen }
}

/** A figure, date or code in its column makes a row; where the head has none of these, a text in its first column. */
function isRow({
  cells,
  headed,
  context,
}: {
  cells: Cells
  headed: ValueField[]
  context: ReadingContext
}): boolean {
  const telling = headed.filter(isTelling)
  const [first] = headed
  if (telling.length === 0) return first !== undefined && cells.has(first)
  return telling.some((field) => {
    const words = cells.get(field)
    return words !== undefined && readKind({ field, words, context }) !== null
  })
}

function continueRow({ row, cells }: { row: Row | undefined; cells: Cells }): void {
  for (const [field, words] of cells) {
    const known = row?.cells.get(field)
    if (row && known && !isTelling(field)) row.cells.set(field, [...known, ...words])
  }
}

function readCells({ row, list, context }: { row: Row; list: ListField; context: ReadingContext }): ListRow {
  return new Map(
    list.columns.flatMap((field) => {
      const words = row.cells.get(field)
      const read = words ? readKind({ field, words, context }) : null
      return read ? [[field, toFound({ read, pageIndex: row.pageIndex, score: cellScore })] as const] : []
    }),
  )
}

const totalKeys = new Set(
  ['total', 'subtotal', 'amount_due', 'tax', 'discount', 'shipping', 'rounding']
    .flatMap(labelsOf)
    .map(toTextKey),
)

/** A line that sums up: nothing but the name of a total and its figures. */
function isTotal(line: TextLine): boolean {
  const words = line.segments.flatMap((segment) => segment.words)
  const [amount] = findAmounts({ words })
  const label = textOf(words.slice(0, amount?.start ?? 0))
  return amount !== undefined && totalKeys.has(toTextKey(label))
}

/** `Packages: 4` below a table, behind a gap, is no row of it. */
function isLabelled({ segments }: TextLine): boolean {
  return segments.some(({ words }) => words.slice(0, 4).some(({ text }) => /\p{L}:$/u.test(text)))
}

const enumerator = /^(?:\(?(\p{Lu}|\p{Ll}|\d{1,2})[).]|(\d{1,2})\s-)\s+(?=\S)/u

/** `(A) Dwelling`, `(B) Other`: letters or figures that only count the rows are no part of the values. */
function withoutEnumeration(rows: ListRow[]): ListRow[] {
  const texts = rows.flatMap((row) => {
    const [first] = row.values()
    return typeof first?.value === 'string' ? [first] : []
  })
  const isCounted = texts.length > 1 && texts.every(({ value }) => enumerator.test(String(value)))
  if (!isCounted) return rows
  return rows.map(
    (row) =>
      new Map(
        [...row].map(([field, found], at) =>
          at === 0 && typeof found.value === 'string'
            ? [field, { ...found, value: found.value.replace(enumerator, '') }]
            : [field, found],
        ),
      ),
  )
}
