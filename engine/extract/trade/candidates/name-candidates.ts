import { bottomOf, horizontalOverlap } from '@/engine/extract/layout/box'
import type { Segment, TextLine } from '@/engine/extract/layout/layout'
import { isStrip } from '@/engine/extract/layout/print'
import { textOf, wordsBetween } from '@/engine/extract/layout/word-text'
import { conceptsOf, type Paper } from '@/engine/extract/paper/paper'
import { findLegalForm } from '@/engine/extract/values/legal-forms'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import type { Word } from '@/engine/readers/reading'
import type { Candidate } from './candidate'
import type { PageLine } from './page-lines'

/** Names stand at the head of a page or, as small print, at its foot. */
const linesFromTop = 45
const linesFromBottom = 14
const firstPagesWhole = 1
const longestName = 12
/** Small print goes on behind the name. */
const longestLine = 60

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
    ...partsOf(cell).map(({ words, cut, rest }) =>
      toCandidate({
        cells: [cell],
        words,
        traits: [`cut:${cut}`, `rest:${rest}`, `cut:${cut}:rest:${rest}`],
      }),
    ),
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
    // A label alone is no name, unless of the firm itself.
    const isLabel = conceptsOf({ words, segment, paper }).some(
      ({ concept, isWhole }) => isWhole && concept !== 'other',
    )
    return isNameLike(words) && !isLabel ? [{ segment, words, line, isLabelled: label !== undefined }] : []
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
  return words.length > 0 && words.length <= longestLine && letters >= 2 && digits <= letters
}

const separators =
  /\s(?=(?:www\.|https?:|\S+@|tel[.: ]|fax[.: ]|phone[.: ]))|\s[-–—|•·*]\s|[|•·]|,\s(?=\S*\p{Nd})|\s(?=[([{]\S*\p{Nd})|[:：]\s/iu

type Part = { words: Word[]; cut: string; rest: string }

/** The whole cell; what stands before its first separator; all up to its legal form; firms named within a sentence. */
function partsOf({ words }: Cell): Part[] {
  const text = textOf(words)
  const ends = new Map<number, string>()
  const separator = separators.exec(text)
  if (separator && separator.index > 1) ends.set(separator.index, 'separator')
  const form = findLegalForm(text)
  if (form && form.start > 0 && form.end < text.length) ends.set(form.end, 'form')
  // A number behind a name is that of a register.
  const isNumbered = [...ends.keys()].some((end) => /^\W*\S*\p{Nd}/u.test(text.slice(end)))
  if (!isNumbered) ends.set(text.length, 'none')
  const beginnings = [...ends].flatMap(([end, cut]): Part[] => {
    const part = wordsBetween({ words, start: 0, end })
    const isOne = part.length > 0 && part.length <= longestName
    return isOne ? [{ words: part, cut, rest: kindOfRest(text.slice(end)) }] : []
  })
  return [...beginnings, ...firmsWithin(words)]
}

function kindOfRest(rest: string): string {
  if (!/[\p{L}\p{N}]/u.test(rest)) return 'none'
  if (/^\W*\d{1,4}[./-]\d{1,2}[./-]\d/.test(rest)) return 'date'
  if (/^\W*\p{Nd}/u.test(rest)) return 'number'
  return /\p{Nd}{4}/u.test(rest) ? 'address' : 'words'
}

const joinsCapitals = /^(?:&|\+|y|e|et|and|und|of|de|del|la|le|los|do|da|di|van|von|der|i|og|och)$/

/** Firms that a line names further on: from its legal form back over capitalised words. */
function firmsWithin(words: Word[]): Part[] {
  const parts: Part[] = []
  for (let end = 2; end <= words.length; end += 1) {
    const form = findLegalForm(textOf(words.slice(end - 2, end)))
    if (!form || form.end < textOf(words.slice(end - 2, end)).replace(/[.,;]+$/, '').length) continue
    let start = end - 1
    while (start > 0 && end - start < longestName && continuesName({ words, at: start - 1 })) start -= 1
    while (start < end && joinsCapitals.test(words[start]?.text ?? '')) start += 1
    if (start > 0 && end - start > 1)
      parts.push({ words: words.slice(start, end), cut: 'within', rest: 'none' })
  }
  return parts
}

function continuesName({ words, at }: { words: Word[]; at: number }): boolean {
  const text = words[at]?.text ?? ''
  const next = words[at + 1]?.text ?? ''
  const isComma = /,$/.test(text) && findLegalForm(` ${next}`) !== null
  return (
    (/^[\p{Lu}\p{Nd}][^.:;,]*$/u.test(text) || joinsCapitals.test(text) || isComma) && !/[:：]$/.test(text)
  )
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
