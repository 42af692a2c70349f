import type { Word } from '../../readers/reading'
import { toTextKey } from '../labels/text-key'
import { bottomOf, horizontalOverlap } from '../layout/box'
import type { Segment, TextLine } from '../layout/layout'
import { isStrip } from '../layout/print'
import { textOf, wordsBetween } from '../layout/word-text'
import type { Paper } from '../paper'
import { findLegalForm } from '../values/legal-forms'
import type { Candidate } from './candidate'
import type { PageLine } from './page-lines'

/** Names stand at the head of a page or, as small print, at its foot. */
const linesFromTop = 45
const linesFromBottom = 14
const firstPagesWhole = 1
const longestName = 12

type Cell = { segment: Segment; words: Word[]; line: PageLine; isLabelled: boolean }

/** Whatever may be the name of a firm or person: cells, their parts before a separator, and runs of two or three lines. */
export function listNames({ paper, lines }: { paper: Paper; lines: PageLine[] }): Candidate[] {
  const pages = paper.layout.pages.length
  const cells = lines
    .filter(({ line, fromTop, fromBottom }) => {
      const isWhole = line.pageIndex < firstPagesWhole
      if (isWhole) return fromTop < linesFromTop || fromBottom < linesFromBottom
      return line.pageIndex === pages - 1 && (fromTop < 8 || fromBottom < linesFromBottom)
    })
    .flatMap((line) => cellsOf({ paper, line }))
  return cells.flatMap((cell, at) => [
    ...partsOf(cell).map(({ words, cut }) => toCandidate({ cells: [cell], words, traits: [`cut:${cut}`] })),
    ...joinsFrom({ cells, at }).map((run) => {
      const words = run.flatMap((one) => one.words)
      return toCandidate({ cells: run, words, traits: [`join:${run.length}`, ...looksOfJoin(run)] })
    }),
  ])
}

/** A line's cells that hold letters; strips of paper have one cell a line, whatever the gaps in it. */
function cellsOf({ paper, line }: { paper: Paper; line: PageLine }): Cell[] {
  const page = paper.layout.pages[line.line.pageIndex]
  const wholes = page && isStrip(page) && line.line.segments.length > 1 ? [wholeOf(line.line)] : []
  return [...line.line.segments, ...wholes].flatMap((segment) => {
    const label = (paper.labels.get(segment) ?? []).find(
      (hit) => hit.isAtStart && !hit.isAlone && hit.segment === segment && /[:：]$/.test(hit.text),
    )
    const words = label ? label.rest : segment.words
    return isNameLike(words) ? [{ segment, words, line, isLabelled: label !== undefined }] : []
  })
}

const wholeLines = new WeakMap<TextLine, Segment>()

function wholeOf(line: TextLine): Segment {
  const known = wholeLines.get(line)
  if (known) return known
  const words = line.segments.flatMap((segment) => segment.words)
  const whole = { pageIndex: line.pageIndex, words, text: textOf(words), box: line.box }
  wholeLines.set(line, whole)
  return whole
}

function isNameLike(words: Word[]): boolean {
  const text = textOf(words)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0
  return words.length > 0 && words.length <= 16 && letters >= 2 && digits <= letters
}

const separators = /\s[-–—|•·*]\s|[|•·]|,\s(?=\S*\p{Nd})|\s(?=[([{]\S*\p{Nd})|\s{2,}|[:：]\s/u

/** The whole cell; what stands before its first separator; all up to its legal form. */
function partsOf({ words }: Cell): { words: Word[]; cut: string }[] {
  const text = textOf(words)
  const ends = new Map<number, string>()
  const separator = separators.exec(text)
  if (separator && separator.index > 1) ends.set(separator.index, 'separator')
  const form = findLegalForm(text)
  if (form && form.start > 0 && form.end < text.length) ends.set(form.end, 'form')
  // A number behind a name is that of a register.
  const isNumbered = [...ends.keys()].some((end) => /^\W*\S*\p{Nd}/u.test(text.slice(end)))
  if (!isNumbered) ends.set(text.length, 'none')
  return [...ends].flatMap(([end, cut]) => {
    const part = wordsBetween({ words, start: 0, end })
    return part.length > 0 && part.length <= longestName ? [{ words: part, cut }] : []
  })
}

/** The cell with one and with two of the cells right below it. */
function joinsFrom({ cells, at }: { cells: Cell[]; at: number }): Cell[][] {
  const joins: Cell[][] = []
  const run = cells.slice(at, at + 1)
  let from = at
  while (run.length < 3) {
    const last = run.at(-1)
    const next = last && findBelow({ cells, from, upper: last })
    if (!next) break
    run.push(next.cell)
    from = next.at
    if (run.flatMap(({ words }) => words).length <= longestName) joins.push([...run])
  }
  return joins
}

function findBelow({
  cells,
  from,
  upper,
}: {
  cells: Cell[]
  from: number
  upper: Cell
}): { cell: Cell; at: number } | null {
  for (let at = from + 1; at < Math.min(cells.length, from + 8); at += 1) {
    const cell = cells[at]
    if (!cell || cell.segment.pageIndex !== upper.segment.pageIndex) return null
    const gap = cell.segment.box.y - bottomOf(upper.segment.box)
    const height = Math.max(upper.segment.box.height, cell.segment.box.height)
    if (gap > height * 1.3) return null
    const isBelow =
      gap > -0.4 * height && horizontalOverlap({ a: upper.segment.box, b: cell.segment.box }) > 0.4
    if (isBelow) return { cell, at }
  }
  return null
}

function looksOfJoin(run: Cell[]): string[] {
  const heights = run.map(({ segment }) => segment.box.height)
  const ratio = Math.max(...heights) / Math.max(0.1, Math.min(...heights))
  const [first, second] = run
  const [last] = run.slice(-1)
  return [
    `heights:${ratio < 1.12 ? 'same' : ratio < 1.4 ? 'near' : 'apart'}`,
    `first-ends:${toTextKey(first?.words.at(-1)?.text ?? '')}`,
    `second-begins:${toTextKey(second?.words[0]?.text ?? '')}`,
    `last-words:${last?.words.length}`,
    `first-form:${first ? findLegalForm(textOf(first.words)) !== null : false}`,
    `last-form:${last ? findLegalForm(textOf(last.words)) !== null : false}`,
  ]
}

function toCandidate({
  cells,
  words,
  traits,
}: {
  cells: Cell[]
  words: Word[]
  traits: string[]
}): Candidate {
  const [first] = cells
  if (!first) throw new Error('A name has at least one cell.')
  const value = cleanName(textOf(words))
  return {
    type: 'name',
    value,
    key: toTextKey(value),
    words,
    line: first.line.line,
    segment: first.segment,
    traits: [
      ...traits,
      `labelled:${first.isLabelled}`,
      `top:${bucketOf(first.line.fromTop)}`,
      `bottom:${bucketOf(first.line.fromBottom)}`,
      `page:${Math.min(first.line.line.pageIndex, 1)}`,
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
    .replace(/[\s,;:_~*=>|•·-]+$/u, '')
    .replace(/^([^([]*)[)\]]+$/u, '$1')
    .trim()
}
