import { findAmounts } from '../extract/values/amounts-in-words'
import { rightOf, unionOfBoxes } from '../extract/layout/box'
import type { ReadingContext } from '../extract/context'
import type { LayoutPage, TextLine } from '../extract/layout/layout'
import type { Box, Word } from '../readers/reading'
import type { ListColumn } from './list-header'
import type { ValueField } from '../extract/schema/schema-field'

/** The words of one line by the column that they stand in. */
export type Cells = Map<ValueField, Word[]>

/** Farther from every head than this, in lines of print, a text belongs to something beside the table. */
const maxDistance = 5

/** Text that is this far behind the text before it, in lines of print, is not in the same cell. */
const maxGapInCell = 3

/** Whether a column holds figures, dates or codes, which make a line a row. */
export function isTelling({ kind }: ValueField): boolean {
  return !['text', 'name', 'address', 'title'].includes(kind)
}

/**
 * Puts the words of a line into columns: figures where a column of figures is nearest, words where words belong.
 * Words right behind the figure of a cell belong to a column without a head, if there is just one such.
 */
export function toCells({
  line,
  columns,
  unheaded,
  page,
  context,
}: {
  line: TextLine
  columns: ListColumn[]
  unheaded: ValueField | null
  page: LayoutPage
  context: ReadingContext
}): Cells {
  const cells: Cells = new Map()
  for (const segment of line.segments) {
    let isBehindFigure = false
    for (const part of splitAtFigures({ words: segment.words, columns, page, context })) {
      const column = nearestColumn({ part, columns, page })
      const field: ValueField | null | undefined = isBehindFigure && unheaded ? unheaded : column?.field
      if (field) add({ cells, field, words: part.words, page })
      isBehindFigure = part.isFigure && Boolean(field)
    }
  }
  return cells
}

function add({
  cells,
  field,
  words,
  page,
}: {
  cells: Cells
  field: ValueField
  words: Word[]
  page: LayoutPage
}): void {
  const known = cells.get(field)
  const last = known?.at(-1)
  const [first] = words
  if (!known || !last || !first) {
    cells.set(field, words)
    return
  }
  if (first.box.x - rightOf(last.box) < page.lineHeight * maxGapInCell) cells.set(field, [...known, ...words])
}

type Part = { words: Word[]; isFigure: boolean }

/** Figures are cells of their own, but not those within a text: `Hosting (3 months)`. */
function splitAtFigures({
  words,
  columns,
  page,
  context,
}: {
  words: Word[]
  columns: ListColumn[]
  page: LayoutPage
  context: ReadingContext
}): Part[] {
  const amounts = findAmounts({ words, decimalMark: context.decimalMark }).filter(({ start, end }) => {
    const column = nearestColumn({ part: { words: words.slice(start, end), isFigure: true }, columns, page })
    return !column?.field || isTelling(column.field)
  })
  const parts: Part[] = []
  let from = 0
  for (const { start, end } of amounts) {
    if (start > from) parts.push({ words: words.slice(from, start), isFigure: false })
    parts.push({ words: words.slice(start, end), isFigure: true })
    from = end
  }
  return from < words.length ? [...parts, { words: words.slice(from), isFigure: false }] : parts
}

/** The column whose head a part stands under, or is aligned with on a side or in the middle. */
function nearestColumn({
  part,
  columns,
  page,
}: {
  part: Part
  columns: ListColumn[]
  page: LayoutPage
}): ListColumn | null {
  const box = unionOfBoxes(part.words.map((word) => word.box))
  const rated = columns
    .map((column) => ({ column, cost: costOf({ box, column, isFigure: part.isFigure }) }))
    .sort((a, b) => a.cost - b.cost)
  const [best] = rated
  return best && best.cost < page.lineHeight * maxDistance ? best.column : null
}

function costOf({
  box,
  column: { box: head, field },
  isFigure,
}: {
  box: Box
  column: ListColumn
  isFigure: boolean
}): number {
  const sides = [
    Math.abs(box.x - head.x),
    Math.abs(rightOf(box) - rightOf(head)),
    Math.abs(box.x + box.width / 2 - head.x - head.width / 2),
  ]
  const isUnder = box.x < rightOf(head) && head.x < rightOf(box)
  const misfit = field && !isFigure && ['number', 'integer', 'percentage'].includes(field.kind) ? 3 : 1
  return Math.min(...sides) * (isUnder ? 0.4 : 1) * misfit
}
