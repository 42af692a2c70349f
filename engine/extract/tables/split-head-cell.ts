import { type Segment, toSegment } from '../layout/layout'
import { textOf } from '../layout/word-text'
import type { ListField } from '../schema/schema-field'
import { nameCell } from './head-cells'

/** Where heads stand so close that they look like one cell, each is a name nearly to the letter. */
const sure = 0.85

/** A cell that holds several heads (`Qty Unit price Amount`) as several cells. */
export function splitHeadCell({ cell, list }: { cell: Segment; list: ListField }): Segment[] {
  const { words, pageIndex } = cell
  if (
    words.length < 2 ||
    words.length > 12 ||
    !hasTwoNames({ cell, list }) ||
    isSure({ text: cell.text, list })
  )
    return [cell]
  const parts = partition({ cell, list })
  const isNamed = parts.filter(({ gain }) => gain > 0).length > 1
  return isNamed
    ? parts.map(({ start, end }) => toSegment({ words: words.slice(start, end), pageIndex }))
    : [cell]
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
  const whole = best.at(-1)
  return whole && whole.total > 0 ? whole.parts : []
}

function isSure({ text, list }: { text: string; list: ListField }): boolean {
  const [best] = nameCell({ text, list })
  return best !== undefined && (best.similarity >= sure || best.field === null)
}

/** Most cells hold no names at all, which their single words tell soonest. */
function hasTwoNames({ cell, list }: { cell: Segment; list: ListField }): boolean {
  return cell.words.filter(({ text }) => isSure({ text, list })).length > 1
}
