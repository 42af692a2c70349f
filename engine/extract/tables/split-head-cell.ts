import { type Segment, toSegment } from '../layout/layout'
import { textOf } from '../layout/word-text'
import type { ListField } from '../schema/schema-field'
import { nameCell } from './head-cells'

/** Where heads stand so close that they look like one cell, each is a name nearly to the letter. */
const sure = 0.85

/** A cell that holds several heads (`Qty Unit price Amount`) as several cells. */
export function splitHeadCell({ cell, list }: { cell: Segment; list: ListField }): Segment[] {
  const { words, pageIndex } = cell
  if (words.length < 2 || words.length > 12 || isSure({ cell, list })) return [cell]
  const parts = partition({ cell, list, start: 0 })
  if (!parts || parts.length < 2) return [cell]
  return parts.map(([start, end]) => toSegment({ words: words.slice(start, end), pageIndex }))
}

type Stretch = [start: number, end: number]

/** Stretches that together are the whole cell, each the name of a column; the longest names first. */
function partition(input: { cell: Segment; list: ListField; start: number }): Stretch[] | null {
  const { cell, list, start } = input
  if (start === cell.words.length) return []
  for (let end = Math.min(cell.words.length, start + 4); end > start; end -= 1) {
    const part = toSegment({ words: cell.words.slice(start, end), pageIndex: cell.pageIndex })
    const rest = isSure({ cell: part, list }) ? partition({ ...input, start: end }) : null
    if (rest) return [[start, end], ...rest]
  }
  return null
}

function isSure({ cell, list }: { cell: Segment; list: ListField }): boolean {
  return (nameCell({ text: textOf(cell.words), list })[0]?.similarity ?? 0) >= sure
}
