import type { Word } from '../../../readers/reading'
import { bottomOf, horizontalOverlap, rightOf } from '../../layout/box'
import { type Segment, toSegment } from '../../layout/layout'
import { segmentsWithin } from '../../layout/segments-by-height'
import { textOf } from '../../layout/word-text'
import type { ListField } from '../../schema/schema-field'
import { nameCell } from './head-cells'

/** Where heads stand so close that they look like one cell, each is a name nearly to the letter. */
const sure = 0.85

/** A cell that holds several heads (`Qty Unit price Amount`) as several cells; one name is enough where gaps are wide. */
export function splitHeadCell({ cell, list }: { cell: Segment; list: ListField }): Segment[] {
  const { words, page } = cell
  if (words.length < 2 || words.length > 12) return [cell]
  const names = words.filter(({ text }) => isSure({ text, list })).length
  if (names === 0 || isSure({ text: cell.text, list })) return [cell]
  const parts = withoutSeams(partition({ cell, list }))
  if (names === 1 && !parts.slice(1).every(({ start }) => isApart({ words, start }))) return [cell]
  const isNamed = parts.filter(({ gain }) => gain > 0).length >= Math.min(2, names)
  return isNamed ? parts.map(({ start, end }) => toSegment({ words: words.slice(start, end), page })) : [cell]
}

/** Whether more than a blank stands before a word. */
function isApart({ words, start }: { words: Word[]; start: number }): boolean {
  const [before, word] = [words[start - 1], words[start]]
  return (
    before !== undefined && word !== undefined && word.box.x - rightOf(before.box) > 0.5 * word.box.height
  )
}

/** The words of the next lines that stand below a cell. */
export function wordsBelow(cell: Segment): Word[] {
  const { page } = cell
  const top = bottomOf(cell.box)
  return segmentsWithin({ page, strip: { top, bottom: top + 4 * page.lineHeight } })
    .filter(({ box }) => box.y >= top)
    .flatMap(({ words }) => words)
    .filter(({ box }) => horizontalOverlap({ a: box, b: cell.box }) > 0)
}

type Stretch = { start: number; end: number; gain: number }
const longestName = 4

/** The stretches that name most: what is no name stands alone, and costs more than a short name brings. */
function partition({ cell, list }: { cell: Segment; list: ListField }): Stretch[] {
  const { words } = cell
  const best: { total: number; parts: Stretch[] }[] = [{ total: 0, parts: [] }]
  for (let end = 1; end <= words.length; end += 1) {
    const ways = Array.from({ length: Math.min(end, longestName) }, (_, back) => {
      const start = end - 1 - back
      const isName = isSure({ text: textOf(words.slice(start, end)), list })
      const gain = isName ? end - start - 0.1 : -1.5 * (end - start)
      const before = best[start] ?? { total: 0, parts: [] }
      return { total: before.total + gain, parts: [...before.parts, { start, end, gain }] }
    })
    const [first] = ways.sort((a, b) => b.total - a.total || a.parts.length - b.parts.length)
    if (first) best.push(first)
  }
  return best.at(-1)?.parts ?? []
}

function isSure({ text, list }: { text: string; list: ListField }): boolean {
  const [best] = nameCell({ text, list })
  return best !== undefined && (best.similarity >= sure || best.field === null)
}

/** Words next to each other that are no names are of one head. */
function withoutSeams(parts: Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last && last.gain < 0 && part.gain < 0) joined[joined.length - 1] = { ...last, end: part.end }
    else joined.push(part)
  }
  return joined
}
