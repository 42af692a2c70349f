import { bottomOf, unionOfBoxes } from '../extract/layout/box'
import { type Layout, type LayoutPage, type Segment, toSegment } from '../extract/layout/layout'
import type { Box } from '../readers/reading'
import type { ListField, ValueField } from '../extract/schema/schema-field'
import { compareLabel, minSimilarity, toLabelText, weighWords } from '../extract/labels/similarity'

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
  const readings = layout.pages.flatMap((page, pageIndex) =>
    headLines(page).flatMap((cells) => {
      const header = toHeader({ cells, list, pageIndex })
      const named = header.columns.filter(({ field }) => field !== null)
      return named.length >= needed ? [header] : []
    }),
  )
  return withoutOverlaps(readings).sort((a, b) => a.pageIndex - b.pageIndex || a.bottom - b.bottom)
}

/** Heads take one line or two; a line may be read alone and with the next. */
function headLines(page: LayoutPage): Segment[][] {
  return page.lines.flatMap((line, at) => {
    const next = page.lines[at + 1]
    const single = line.segments.filter(isHead)
    const isNear = next && next.box.y - bottomOf(line.box) < page.lineHeight * 0.6
    return isNear ? [single, stack({ upper: single, lower: next.segments.filter(isHead) })] : [single]
  })
}

const longestHead = 8

/** A sentence is no head of a column. */
function isHead({ words }: Segment): boolean {
  return words.length <= longestHead
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

/** Of readings that share a cell, the one that names most with the fewest cells. */
function withoutOverlaps(readings: ListHeader[]): ListHeader[] {
  const best = [...readings].sort(
    (a, b) => b.fit - a.fit || a.bottom - b.bottom || a.columns.length - b.columns.length,
  )
  const kept: ListHeader[] = []
  for (const header of best) {
    if (!kept.some((other) => sharesCell({ header, other }))) kept.push(header)
  }
  return kept
}

function sharesCell({ header, other }: { header: ListHeader; other: ListHeader }): boolean {
  return (
    header.pageIndex === other.pageIndex &&
    header.columns.some(({ box }) => other.columns.some((column) => overlaps({ a: box, b: column.box })))
  )
}

function overlaps({ a, b }: { a: Box; b: Box }): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
