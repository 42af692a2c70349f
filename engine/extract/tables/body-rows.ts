import { bottomOf, horizontalOverlap } from '../layout/box'
import type { LayoutPage, TextLine } from '../layout/layout'
import type { ValueField } from '../schema/schema-field'
import type { ReadingContext } from '../values/context'
import { readKind } from '../values/read-kind'
import { isNumeric, isTelling, type Part, toParts, wordsOfCell } from './cell-parts'
import type { Head, HeadColumn } from './heads/find-heads'
import { isLabelled, roleOf, roleOfLastFigure } from './line-roles'
import { placeParts } from './place-parts'

/** The cells of one line, or of all lines of a row. */
export type Cells = Map<HeadColumn, Part[]>

/** A line that makes a row, with the lines of text that belong to it. */
export type BodyRow = { cells: Cells; page: LayoutPage }

export type Body = {
  head: Head
  page: LayoutPage
  lines: TextLine[]
  context: ReadingContext
}

/** A line of a table as far as it is known by itself. */
export type BodyLine = { line: TextLine; cells: Cells; kind: 'row' | 'text' | 'sum' | 'none' }

/** So many lines of print without a word end a table, and more only where its rows stand farther apart. */
const longestGap = 3.5
/** More lines than these without a row are something else. */
const mostBetween = 6

/** The lines below a head, down to its total, a labelled value, a gap, or other text. */
export function readBodyLines(body: Body): { lines: BodyLine[]; isEnded: boolean; isTotalled: boolean } {
  const lines: BodyLine[] = []
  let bottom: number | null = null
  let lastRow: number | null = null
  let pitch = 0
  const isSummed = () => lines.slice((lastRow ?? 0) + 1).some(({ kind }) => kind === 'sum')
  for (const one of placeLines(body)) {
    const gap = bottom === null ? 0 : one.line.box.y - bottom
    const isFar = gap > Math.max(longestGap * body.page.lineHeight, 2 * pitch)
    if (isFar || (bottom !== null && isAside({ one, gap, pitch, page: body.page })))
      return { lines, isEnded: !isFar, isTotalled: isSummed() || (lastRow !== null && one.role !== null) }
    if (one.role === 'total' || (lastRow !== null && lines.length - lastRow > mostBetween))
      return { lines, isEnded: one.role === 'total', isTotalled: one.role === 'total' || isSummed() }
    lines.push(one)
    if (one.kind === 'row') {
      if (lastRow === lines.length - 2) pitch = Math.max(pitch, gap)
      lastRow = lines.length - 1
    }
    if (lastRow !== null && one.kind !== 'none') bottom = bottomOf(one.line.box)
  }
  return { lines, isEnded: false, isTotalled: isSummed() }
}

/** A label with its value behind a wider gap than rows have. */
function isAside(input: { one: BodyLine; gap: number; pitch: number; page: LayoutPage }): boolean {
  const { one, gap, pitch, page } = input
  return isLabelled(one.line) && gap > Math.max(0.6 * page.lineHeight, one.kind === 'row' ? 1.3 * pitch : 0)
}

type PlacedLine = BodyLine & { role: ReturnType<typeof roleOf> }

function placeLines({ head, page, lines, context }: Body): PlacedLine[] {
  const { columns } = head
  const parts = lines.map((line, at) => toParts({ line, at, columns, page, context }))
  const placed = placeParts({ parts: parts.flat(), columns, page })
  return lines.map((line, at) => {
    const cells = toCells({ parts: parts[at] ?? [], placed })
    const filled = fieldsOf(cells).filter((field) => isTelling(field) && isRead({ field, cells, context }))
    const role = roleOf(line) ?? (filled.length < 2 ? roleOfLastFigure(line) : null)
    return { line, cells, role, kind: kindOf({ role, cells, filled, head, line }) }
  })
}

function toCells({ parts, placed }: { parts: Part[]; placed: Map<Part, HeadColumn> }): Cells {
  const cells: Cells = new Map()
  for (const part of parts) {
    const column = placed.get(part)
    if (column) cells.set(column, [...(cells.get(column) ?? []), part])
  }
  return cells
}

export function fieldsOf(cells: Cells): ValueField[] {
  return [...cells.keys()].flatMap(({ field }) => field ?? [])
}

function isRead({
  field,
  cells,
  context,
}: {
  field: ValueField
  cells: Cells
  context: ReadingContext
}): boolean {
  const [, parts = []] = [...cells].find(([column]) => column.field === field) ?? []
  return readKind({ field, words: wordsOfCell(parts), context }) !== null
}

function kindOf(input: {
  role: ReturnType<typeof roleOf>
  cells: Cells
  filled: ValueField[]
  head: Head
  line: TextLine
}): BodyLine['kind'] {
  const { role, cells, filled, head, line } = input
  const isPriced = filled.some(({ concept }) => concept === 'quantity' || concept === 'unit_price')
  const isSum = !isPriced && fieldsOf(cells).filter((field) => !isNumeric(field)).length < 2
  if ((role === 'carried' && isSum) || (role === 'subtotal' && filled.length < 2)) return 'sum'
  if (!/[\p{L}\p{N}]/u.test(line.text)) return 'none'
  if (isProse({ line, head })) return 'none'
  if (filled.length > 0) return 'row'
  const asked = head.columns.flatMap(({ field }) => field ?? [])
  const isTextual = !asked.some(isTelling)
  if (isTextual && fieldsOf(cells).length * 2 > asked.length) return 'row'
  if (isTextual && fieldsOf(cells).length > 0 && isMostlyFilled({ cells, head })) return 'row'
  if (asked.some(({ concept }) => concept === 'description') && isDetail(line)) return 'none'
  return fieldsOf(cells).length > 0 ? 'text' : 'none'
}

/** Columns that nobody asks for make rows as well. */
function isMostlyFilled({ cells, head }: { cells: Cells; head: Head }): boolean {
  const [first] = head.columns
  return first !== undefined && cells.has(first) && cells.size > 1 && cells.size * 2 > head.columns.length
}

/** `LOT 2413`, `HS 0629.24` or days alone below a name are no part of it. */
function isDetail({ text }: TextLine): boolean {
  return /^(?:\p{L}{2,6}[.:]*\s+)?[^\p{L}\s]*\d{3}[^\p{L}]*$/u.test(text)
}

/** A sentence across several columns. */
function isProse({ line: { segments }, head }: { line: TextLine; head: Head }): boolean {
  const [only] = segments
  if (!only || segments.length > 1 || only.words.length < 5) return false
  return head.columns.filter(({ box }) => horizontalOverlap({ a: box, b: only.box }) > 0.9).length > 2
}
