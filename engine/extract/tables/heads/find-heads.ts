import { compareLabel, evenWeights, toLabelText } from '@/engine/extract/schema/similarity'
import { findAmounts } from '@/engine/extract/values/money/amounts-in-words'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'
import type { Box } from '../../../readers/reading'
import { bottomOf, boxAround, horizontalOverlap, middleOf, rightOf } from '../../layout/box'
import { type LayoutPage, type Segment, type TextLine, toSegment } from '../../layout/layout'
import type { Paper } from '../../paper/paper'
import type { ListField, ValueField } from '../../schema/schema-field'
import { isTelling } from '../cell-parts'
import { type Naming, nameCell } from './head-cells'
import { splitHeadCell, wordsBelow } from './split-head-cell'

/** A head of a column; without a field it belongs to nothing that the list asks for. */
export type HeadColumn = {
  field: ValueField | null
  text: string
  box: Box
  similarity: number
  /** Fields that this head may name as well. */
  rivals: ValueField[]
  /** Whether the vocabulary knows it as a column of something else. */
  isOther: boolean
}

export type Head = { list: ListField; page: LayoutPage; columns: HeadColumn[]; box: Box; fit: number }

/** Tables with fewer columns of the list than this share of the fullest one's are others that look alike. */
const leastShare = 0.6

/** All lines that head a table of one of the lists, from the first page to the last; each heads one list alone. */
export function findHeads({ paper, lists }: { paper: Paper; lists: ListField[] }): Head[] {
  const tables = lists.filter((list) => !list.isPlain)
  const readings = paper.pages.flatMap((page) =>
    page.lines.flatMap((_, at) => tables.flatMap((list) => readHeadAt({ page, at, list }))),
  )
  const apart = withoutOverlaps(readings)
  const fullest = new Map<ListField, number>()
  for (const { list, fit } of apart) fullest.set(list, Math.max(fit, fullest.get(list) ?? 0))
  return apart
    .filter(({ list, fit }) => fit >= leastShare * (fullest.get(list) ?? 0))
    .sort((a, b) => a.page.number - b.page.number || a.box.y - b.box.y)
}

type Place = { page: LayoutPage; at: number; list: ListField }

/** A head takes up to three lines; of its readings the one that names most. */
function readHeadAt({ page, at, list }: Place): Head[] {
  const readings: Head[] = []
  let cells: Segment[] = []
  for (const line of page.lines.slice(at, at + 3)) {
    if (!isHeadLine({ line, above: cells })) break
    const own = line.segments.flatMap((cell) => splitHeadCell({ cell, list }))
    if (cells.length === 0 && own.length === 1 && (own[0]?.words.length ?? 0) > longestName) break
    cells = cells.length === 0 ? own : stack({ upper: cells, lower: own })
    const head = toHead({ cells, list, page })
    if (head) readings.push(head)
    else if (readings.length === 0 && !cells.some((cell) => namesOf({ cell, list }).length > 0)) break
  }
  const [best] = readings.sort((a, b) => b.fit - a.fit)
  return best ? [best] : []
}

const longestHead = 8
/** A line of one cell is a head's first line only when it is as short as a name: pages of prose have none. */
const longestName = 4

/** Money, sentences and labels before a colon head nothing; the lines of one head stand close together. */
function isHeadLine({ line, above }: { line: TextLine; above: Segment[] }): boolean {
  const isNear =
    above.length === 0 ||
    line.box.y - Math.max(...above.map(({ box }) => bottomOf(box))) < line.page.lineHeight * 0.8
  return isNear && mayHead(line)
}

const mayHead = memoizeByRef(({ segments }: TextLine): boolean =>
  segments.every(
    ({ words, text }) =>
      (words.length <= longestHead || segments.length === 1) &&
      !/\p{L}:$/u.test(text) &&
      !(/[.,]\d/.test(text) && findAmounts({ words }).some(({ decimals }) => decimals > 0)),
  ),
)

/** What stands below a cell of the line above goes on in it. */
function stack({ upper, lower }: { upper: Segment[]; lower: Segment[] }): Segment[] {
  const left = new Set(lower)
  const stacked = upper.map((cell) => {
    const below = lower.filter(
      (other) => left.has(other) && horizontalOverlap({ a: cell.box, b: other.box }) > 0.3,
    )
    const [only] = below
    if (!only || below.length > 1) return cell
    left.delete(only)
    return toSegment({ words: [...cell.words, ...only.words], page: cell.page })
  })
  return [...stacked, ...left]
}

type Cells = { cells: Segment[]; list: ListField }

function toHead({ cells, list, page }: Cells & { page: LayoutPage }): Head | null {
  const columns = nameColumns({ cells, list })
  const named = columns.flatMap(({ field }) => (field ? [field] : []))
  if (!isNamedEnough({ list, columns }) || !isTableOfItems({ list, named })) return null
  const box = boxAround(cells)
  const fit = columns.reduce(
    (sum, { field, similarity, isOther }) => sum + (field ? similarity : isOther ? 0.1 : -0.05),
    0,
  )
  return { list, page, columns, box, fit: fit + titleFit({ list, page, top: box.y }) }
}

/** A third of the list's columns, two of them at least, and one beyond doubt. */
function isNamedEnough({ list, columns }: Pick<Head, 'list' | 'columns'>): boolean {
  const named = columns.filter(({ field }) => field !== null)
  const needed = Math.max(Math.min(2, list.columns.length), Math.ceil(list.columns.length / 3))
  return named.length >= needed && named.some(({ similarity }) => similarity >= 0.8)
}

/** Priced lines say what they are of: a table of taxes or of payments names figures alone. */
function isTableOfItems({ list, named }: { list: ListField; named: ValueField[] }): boolean {
  const asked = list.columns.flatMap(({ concept }) => concept ?? [])
  const found = named.flatMap(({ concept }) => concept ?? [])
  if (!asked.includes('amount') || found.length < named.length) return true
  return (
    found.includes('description') ||
    (found.length > 1 && found.some((one) => one === 'quantity' || one === 'unit_price'))
  )
}

/** Each cell names one column and each column is named by one cell, the surest first. */
function nameColumns({ cells, list }: Cells): HeadColumn[] {
  const namings = new Map(cells.map((cell) => [cell, namesOf({ cell, list })]))
  const orderOf = ({ field }: Naming) => (field ? list.columns.indexOf(field) : list.columns.length)
  const pairs = [...namings]
    .flatMap(([cell, names]) => names.map((naming) => ({ cell, ...naming })))
    .sort((a, b) => b.similarity - a.similarity || orderOf(a) - orderOf(b) || preference({ a, b, cells }))
  const byCell = new Map<Segment, Naming>()
  const taken = new Set<ValueField>()
  for (const { cell, field, similarity } of pairs) {
    if (byCell.has(cell) || (field && taken.has(field))) continue
    byCell.set(cell, { field, similarity })
    if (field) taken.add(field)
  }
  return cells
    .map((cell) => ({
      field: byCell.get(cell)?.field ?? null,
      similarity: byCell.get(cell)?.similarity ?? 0,
      text: cell.text,
      box: cell.box,
      rivals: (namings.get(cell) ?? []).flatMap(({ field }) => field ?? []),
      isOther: byCell.get(cell)?.field === null,
    }))
    .sort((a, b) => a.box.x - b.box.x)
}

/** What some language calls a column of something else is one of figures only where figures stand below it. */
function namesOf({ cell, list }: { cell: Segment; list: ListField }): Naming[] {
  const names = nameCell({ text: cell.text, list, isForgiving: cell.page.source === 'ocr' })
  if (!names.some(({ isAmbiguous }) => isAmbiguous)) return names
  const below = wordsBelow(cell)
  const hasFigures = below.length > 0 && below.every(({ text }) => /^\P{L}*\d/u.test(text))
  return names.filter(({ field }) => field === null || isTelling(field) === hasFigures)
}

type Pair = Naming & { cell: Segment }

/** Of two figures with one name the right one is the result; of two texts the one with more room is the name. */
function preference({ a, b, cells }: { a: Pair; b: Pair; cells: Segment[] }): number {
  if (a.field !== b.field || a.field === null) return 0
  if (a.field.concept === 'description')
    return roomOf({ cell: b.cell, cells }) - roomOf({ cell: a.cell, cells })
  return a.field.concept === 'amount' ? b.cell.box.x - a.cell.box.x : a.cell.box.x - b.cell.box.x
}

function roomOf({ cell, cells }: { cell: Segment; cells: Segment[] }): number {
  const next = cells.filter(({ box }) => box.x > cell.box.x).map(({ box }) => box.x)
  return Math.min(...next, rightOf(cell.box) + 500) - cell.box.x
}

/** A title right above that names the list tells tables with the same columns apart. */
function titleFit({ list, page, top }: { list: ListField; page: LayoutPage; top: number }): number {
  const at = page.lines.findIndex(({ box }) => middleOf(box) >= top)
  const above = page.lines.slice(Math.max(0, at - 2), Math.max(0, at))
  const field = { phrases: list.phrases, about: new Set<string>(), description: '' }
  const isTitled = above.some(
    ({ text, segments }) =>
      segments.length === 1 && compareLabel({ label: toLabelText(text), field, weights: evenWeights }) >= 0.6,
  )
  return isTitled ? 0.5 : 0
}

/** Of readings that share a cell, the one that names most. */
function withoutOverlaps(readings: Head[]): Head[] {
  const kept = new Map<LayoutPage, Head[]>()
  for (const head of [...readings].sort((a, b) => b.fit - a.fit || a.box.height - b.box.height)) {
    const others = kept.get(head.page) ?? []
    if (others.some((other) => areAtOneHeight(head.box, other.box))) continue
    kept.set(head.page, [...others, head])
  }
  return [...kept.values()].flat()
}

function areAtOneHeight(a: Box, b: Box): boolean {
  return a.y < bottomOf(b) && b.y < bottomOf(a)
}
