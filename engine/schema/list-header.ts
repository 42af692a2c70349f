import { bottomOf, middleOf, unionOfBoxes } from '../fields/box'
import { type Layout, type LayoutPage, type Segment, toSegment } from '../fields/layout'
import type { Box } from '../readers/reading'
import type { ListField, ValueField } from './schema-field'
import { compareLabel, minSimilarity, toLabelText, weighWords } from './similarity'

/** A head of a column; without a field it belongs to nothing that the schema asks for. */
export type ListColumn = { field: ValueField | null; box: Box }

export type ListHeader = {
  pageIndex: number
  columns: ListColumn[]
  bottom: number
  /** How well the heads name the columns, summed. */
  fit: number
}

/** Lines that head a table of a list: at least two of its columns are named on them, each by a cell of its own. */
export function findListHeaders({ list, layout }: { list: ListField; layout: Layout }): ListHeader[] {
  const needed = Math.min(2, list.columns.length)
  return layout.pages
    .flatMap((page, pageIndex) =>
      headLines(page).flatMap((cells) => {
        const header = toHeader({ cells, list, pageIndex })
        const named = header.columns.filter(({ field }) => field !== null)
        return named.length >= needed ? [header] : []
      }),
    )
    .filter((header, at, all) => !all.some((other, index) => index !== at && isBetter({ other, header })))
}

/** Heads take one line or two; the reading that names more is the right one. */
function headLines(page: LayoutPage): Segment[][] {
  return page.lines.flatMap((line, at) => {
    const next = page.lines[at + 1]
    const single = line.segments.flatMap(splitCells)
    const isNear = next && next.box.y - bottomOf(line.box) < page.lineHeight * 0.6
    return isNear ? [single, stack({ upper: single, lower: next.segments.flatMap(splitCells) })] : [single]
  })
}

/** Heads that nearly touch are read as one; a word in capitals or behind a blank may begin the next. */
function splitCells(segment: Segment): Segment[] {
  return segment.words.length > 8 ? [] : [segment]
}

function stack({ upper, lower }: { upper: Segment[]; lower: Segment[] }): Segment[] {
  const left = new Set(lower)
  const stacked = upper.map((cell) => {
    const below = lower.find((other) => left.has(other) && isBelow({ cell, other }))
    if (!below) return cell
    left.delete(below)
    return {
      ...toSegment({ words: [...cell.words, ...below.words], pageIndex: cell.pageIndex }),
      box: unionOfBoxes([cell.box, below.box]),
    }
  })
  return [...stacked, ...left]
}

function isBelow({ cell, other }: { cell: Segment; other: Segment }): boolean {
  return other.box.x < cell.box.x + cell.box.width && cell.box.x < other.box.x + other.box.width
}

function toHeader({
  cells,
  list,
  pageIndex,
}: {
  cells: Segment[]
  list: ListField
  pageIndex: number
}): ListHeader {
  const weights = weighWords(list.columns)
  const pairs = cells
    .flatMap((cell) =>
      list.columns.map((field) => ({
        cell,
        field,
        similarity: compareLabel({ label: toLabelText(cell.text), field, weights }),
      })),
    )
    .filter(({ similarity }) => similarity >= minSimilarity)
    .sort((a, b) => b.similarity - a.similarity)
  const byCell = new Map<Segment, ValueField>()
  let fit = 0
  for (const { cell, field, similarity } of pairs) {
    if (byCell.has(cell) || [...byCell.values()].includes(field)) continue
    byCell.set(cell, field)
    fit += similarity
  }
  const columns = cells
    .map((cell) => ({ field: byCell.get(cell) ?? null, box: cell.box }))
    .sort((a, b) => a.box.x - b.box.x)
  return { pageIndex, columns, bottom: Math.max(...cells.map((cell) => bottomOf(cell.box))), fit }
}

/** Of two readings of the same lines, the one that names more. */
function isBetter({ other, header }: { other: ListHeader; header: ListHeader }): boolean {
  const isSamePlace =
    other.pageIndex === header.pageIndex && Math.abs(middleOfHead(other) - middleOfHead(header)) < 30
  const sharesCells = header.columns.some(({ box }) =>
    other.columns.some((column) => overlaps({ a: box, b: column.box })),
  )
  return (
    isSamePlace &&
    sharesCells &&
    (other.fit > header.fit || (other.fit === header.fit && other.bottom < header.bottom))
  )
}

function middleOfHead({ columns }: ListHeader): number {
  return columns.reduce((sum, { box }) => sum + middleOf(box), 0) / Math.max(1, columns.length)
}

function overlaps({ a, b }: { a: Box; b: Box }): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
