import { toFound } from '@/engine/extract/layout/found'
import type { ReadingContext } from '@/engine/extract/values/context'
import { bottomOf } from '../../layout/box'
import type { LayoutPage, Segment, TextLine } from '../../layout/layout'
import type { Paper } from '../../paper/paper'
import type { ListField, ValueField } from '../../schema/schema-field'
import { readKind } from '../../values/read-kind'
import { nameCell } from '../heads/head-cells'
import type { ListRow } from '../read-cells'

/** A line whose first cell names a column of the list: its other cells are that column's values. */
type Labelled = { line: TextLine; field: ValueField; similarity: number; values: Segment[] }

const leastSimilarity = 0.75
const score = 0.85

/** Items that stand side by side, with the names of their values at the left of each line. */
export function readTransposed({ paper, list }: { paper: Paper; list: ListField }): ListRow[] {
  return paper.pages.flatMap((page) =>
    toBlocks({ page, list }).flatMap((block) => readBlock({ block, context: paper.context })),
  )
}

function toBlocks({ page, list }: { page: LayoutPage; list: ListField }): Labelled[][] {
  const blocks: Labelled[][] = []
  for (const line of page.lines) {
    const labelled = toLabelled({ line, list })
    if (!labelled) continue
    const block = blocks.at(-1)
    if (block && goesOn({ block, labelled })) block.push(labelled)
    else blocks.push([labelled])
  }
  return blocks.filter((block) => block.length >= 2)
}

function toLabelled({ line, list }: { line: TextLine; list: ListField }): Labelled | null {
  const [label, ...values] = line.segments
  if (!label || values.length < 2) return null
  const [best] = nameCell({ text: label.text, list })
  return best?.field && best.similarity >= leastSimilarity
    ? { line, values, field: best.field, similarity: best.similarity }
    : null
}

function goesOn({ block, labelled }: { block: Labelled[]; labelled: Labelled }): boolean {
  const last = block.at(-1)
  if (!last) return false
  const { page, box } = labelled.line
  const gap = box.y - bottomOf(last.line.box)
  const isAligned = Math.abs(box.x - last.line.box.x) < page.lineHeight
  return isAligned && gap < 4 * page.lineHeight && !block.some(({ field }) => field === labelled.field)
}

/** One item for each column of the line that has most. */
function readBlock({ block, context }: { block: Labelled[]; context: ReadingContext }): ListRow[] {
  const [fullest] = [...block].sort((a, b) => b.values.length - a.values.length)
  const columns = fullest?.values ?? []
  const rows = columns.map((column): ListRow => {
    const cells = block.flatMap(({ field, values, similarity }) => {
      const cell = values.find(
        (value) => nearestOf({ value, columns }) === column && isBeside({ value, column }),
      )
      const read = cell && readKind({ field, words: cell.words, context })
      if (!cell || !read) return []
      return [[field, toFound({ read, page: cell.page, score: score * similarity * read.quality })] as const]
    })
    return new Map(cells)
  })
  return rows.filter((row) => row.size * 2 > block.length)
}

function nearestOf({ value, columns }: { value: Segment; columns: Segment[] }): Segment | undefined {
  return [...columns].sort((a, b) => distance(a, value) - distance(b, value))[0]
}

function isBeside({ value, column }: { value: Segment; column: Segment }): boolean {
  return distance(value, column) < 3 * value.page.lineHeight
}

/** Between whichever of their sides or middles are aligned best. */
function distance({ box: a }: Segment, { box: b }: Segment): number {
  return Math.min(
    Math.abs(a.x - b.x),
    Math.abs(a.x + a.width - b.x - b.width),
    Math.abs(a.x + a.width / 2 - b.x - b.width / 2),
  )
}
