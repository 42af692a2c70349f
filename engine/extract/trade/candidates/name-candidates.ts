import { bottomOf, horizontalOverlap } from '@/engine/extract/layout/box'
import { type Segment, type TextLine, wordsOf } from '@/engine/extract/layout/layout'
import { isStrip } from '@/engine/extract/layout/print'
import { textOf } from '@/engine/extract/layout/word-text'
import { conceptsOf, labelsIn } from '@/engine/extract/paper/concepts'
import type { Paper } from '@/engine/extract/paper/paper'
import { findLegalForm } from '@/engine/extract/values/legal-forms'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import type { Word } from '@/engine/readers/reading'
import type { Candidate } from './candidate'
import { longestName, partsOfName } from './name-parts'

/** Names stand at the head of a page or, as small print, at its foot; of further pages on the last one alone. */
const linesFromTop = [45, 8]
const linesFromBottom = 14
/** Small print goes on behind the name. */
const longestLine = 60

type Place = { line: TextLine; fromTop: number; fromBottom: number; page: number }
type Cell = { segment: Segment; words: Word[]; place: Place; isLabelled: boolean }

/** Whatever may be the name of a firm or person: cells, their parts before a separator, and runs of two or three lines. */
export function listNames(paper: Paper): Candidate[] {
  const cells = placesOf(paper).flatMap(cellsOf)
  return cells.flatMap((cell, at) => [
    ...partsOfName(cell.words).map(({ words, cut, rest }) =>
      toCandidate({ cell, words, traits: [`cut:${cut}`, `rest:${rest}`, `cut:${cut}:rest:${rest}`] }),
    ),
    ...joinsFrom({ cells, at }).map((run) => {
      const words = run.flatMap((one) => one.words)
      return toCandidate({ cell, words, traits: [`join:${run.length}`, ...looksOfJoin(run)] })
    }),
  ])
}

function placesOf({ pages: [first, ...others] }: Paper): Place[] {
  return [first, others.at(-1)].flatMap((one, page) => {
    const lines = one?.lines ?? []
    return lines
      .map((line, fromTop) => ({ line, fromTop, fromBottom: lines.length - 1 - fromTop, page }))
      .filter(
        ({ fromTop, fromBottom }) => fromTop < (linesFromTop[page] ?? 0) || fromBottom < linesFromBottom,
      )
  })
}

/** A line's cells that hold letters; strips of paper have one cell a line, whatever the gaps in it. */
function cellsOf(place: Place): Cell[] {
  const { line } = place
  const wholes = isStrip(line.page) && line.segments.length > 1 ? [wholeOf(line)] : []
  return [...line.segments, ...wholes].flatMap((segment) => {
    const label = labelsIn(segment).find(
      (hit) => hit.isAtStart && !hit.isAlone && hit.segment === segment && /[:：]$/.test(hit.text),
    )
    const words = label ? label.rest : segment.words
    // A label alone is no name, unless of the firm itself.
    const isLabel = conceptsOf({ words, segment }).some(
      ({ concept, isWhole }) => isWhole && concept !== 'other',
    )
    return isNameLike(words) && !isLabel ? [{ segment, words, place, isLabelled: label !== undefined }] : []
  })
}

const wholeOf = memoizeByRef((line: TextLine): Segment => {
  const words = wordsOf(line)
  return { page: line.page, words, text: textOf(words), box: line.box }
})

function isNameLike(words: Word[]): boolean {
  const text = textOf(words)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0
  return words.length > 0 && words.length <= longestLine && letters >= 2 && digits <= letters
}

/** The cell with one and with two of the cells right below it. */
function joinsFrom({ cells, at }: { cells: Cell[]; at: number }): Cell[][] {
  const joins: Cell[][] = []
  const run = cells.slice(at, at + 1)
  let from = at
  while (run.length < 3) {
    const next = findBelow({ cells, from, upper: run.at(-1)?.segment })
    const cell = cells[next]
    if (!cell) break
    run.push(cell)
    from = next
    if (run.flatMap(({ words }) => words).length <= longestName) joins.push([...run])
  }
  return joins
}

/** The place of the next cell right below another; -1 where there is none. */
function findBelow(given: { cells: Cell[]; from: number; upper: Segment | undefined }): number {
  const { cells, from, upper } = given
  for (let at = from + 1; upper && at < Math.min(cells.length, from + 8); at += 1) {
    const lower = cells[at]?.segment
    if (!lower || lower.page !== upper.page) return -1
    const gap = lower.box.y - bottomOf(upper.box)
    const height = Math.max(upper.box.height, lower.box.height)
    if (gap > height * 1.3) return -1
    if (gap > -0.4 * height && horizontalOverlap({ a: upper.box, b: lower.box }) > 0.4) return at
  }
  return -1
}

function looksOfJoin(run: Cell[]): string[] {
  const heights = run.map(({ segment }) => segment.box.height)
  const ratio = Math.max(...heights) / Math.max(0.1, Math.min(...heights))
  const [first, second] = run
  const [last] = run.slice(-1)
  const hasForm = (cell: Cell | undefined) => cell !== undefined && findLegalForm(textOf(cell.words)) !== null
  return [
    `heights:${ratio < 1.12 ? 'same' : ratio < 1.4 ? 'near' : 'apart'}`,
    `first-ends:${toTextKey(first?.words.at(-1)?.text ?? '')}`,
    `second-begins:${toTextKey(second?.words[0]?.text ?? '')}`,
    `last-words:${last?.words.length}`,
    `first-form:${hasForm(first)}`,
    `last-form:${hasForm(last)}`,
  ]
}

function toCandidate({ cell, words, traits }: { cell: Cell; words: Word[]; traits: string[] }): Candidate {
  const value = cleanName(textOf(words))
  const { line, fromTop, fromBottom, page } = cell.place
  return {
    type: 'name',
    value,
    key: toTextKey(value),
    words,
    line,
    segment: cell.segment,
    traits: [
      ...traits,
      `labelled:${cell.isLabelled}`,
      `top:${bucketOf(fromTop)}`,
      `bottom:${bucketOf(fromBottom)}`,
      `page:${page}`,
    ],
  }
}

function bucketOf(count: number): number {
  return count < 8 ? count : count < 16 ? 8 : count < 32 ? 16 : 32
}

/** Without the marks that join a name to its surroundings. */
function cleanName(text: string): string {
  return text
    .replace(/^[^\p{L}\p{N}„“"«(]+/u, '')
    .replace(/(?<![\s,;:_~*=>|•·-])[\s,;:_~*=>|•·-]+$/u, '')
    .replace(/^([^([]*)[)\]]$/u, '$1')
    .trim()
}
