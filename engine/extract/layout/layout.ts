import type { Box, Page, Reading, Word } from '../../readers/reading'
import { oncePer } from '../vocabulary/memoize-by-ref'
import { unionOfBoxes } from './box'
import { estimateSlope, levelBox } from './page-slope'
import { toReadingOrder } from './reading-order'
import { joinIntoLines } from './text-lines'
import { trimTallBoxes } from './word-heights'

/** A run of words without a column gap: a cell of a table, a label, a phrase. */
export type Segment = { pageIndex: number; words: Word[]; text: string; box: Box }

export type TextLine = { pageIndex: number; segments: Segment[]; text: string; box: Box }

export type LayoutPage = {
  page: Page
  lines: TextLine[]
  /** Height of a usual line of print on this page, in its unit. */
  lineHeight: number
  /** How far the print sank to the right before its words were laid straight (`page-slope.ts`). */
  slope: number
}

export type Layout = { pages: LayoutPage[]; lines: TextLine[] }

/** Words become lines from top to bottom, and lines become segments from left to right; print along the side stays out. */
export function buildLayout(reading: Reading): Layout {
  const pages = reading.pages.map((page, pageIndex) => buildPage({ page, pageIndex }))
  return { pages, lines: pages.flatMap((page) => page.lines) }
}

function buildPage({ page, pageIndex }: { page: Page; pageIndex: number }): LayoutPage {
  const printed = page.words.filter((word) => word.text !== '')
  const slope = page.source === 'ocr' ? estimateSlope(printed) : 0
  const level = printed.map((word) => ({ ...word, box: levelBox({ box: word.box, slope }) }))
  const upright = level.filter((word) => !word.isSideways)
  const words = page.source === 'ocr' ? withoutSpecks(upright) : trimTallBoxes(upright)
  const lineHeight = medianHeight(words)
  // A space is a quarter to a third of an em; OCR boxes hug the letters, boxes of fonts include the leading.
  const emPerHeight = page.source === 'ocr' ? 1.3 : 0.85
  const lines = joinIntoLines(words).flatMap((line) => {
    const em = medianHeight(line) * emPerHeight
    const segments = splitAtGaps({ words: line, maxGap: em }).map((part) =>
      toSegment({ words: part, pageIndex }),
    )
    if (segments.length === 0) return []
    return {
      pageIndex,
      segments,
      text: segments.map((segment) => segment.text).join('  '),
      box: unionOfBoxes(segments.map((segment) => segment.box)),
    }
  })
  return { page, lines, lineHeight, slope }
}

/** Letters and figures lower than this share of a page's print are dirt or the ends of rules. */
const speckHeight = 0.25

function withoutSpecks(words: Word[]): Word[] {
  const least = medianHeight(words) * speckHeight
  return words.filter((word) => word.box.height >= least || !/[\p{L}\p{N}]/u.test(word.text))
}

function splitAtGaps({ words, maxGap }: { words: Word[]; maxGap: number }): Word[][] {
  const parts: Word[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const word of words) {
    const part = parts.at(-1)
    if (isRule(word)) {
      end = Number.NEGATIVE_INFINITY
      continue
    }
    if (part && word.box.x - end <= maxGap) part.push(word)
    else parts.push([word])
    end = Math.max(end, word.box.x + word.box.width)
  }
  return parts
}

/** The words of all segments of a line. */
export const wordsOf = oncePer((line: TextLine): Word[] => line.segments.flatMap(({ words }) => words))

/** What OCR makes of the ruling of a table: it separates like a gap. */
function isRule(word: Word): boolean {
  return /^[|¦[\]{}_—–=~]+$/.test(word.text) && word.text !== '–'
}

/** Words of one run as a segment. */
export function toSegment(run: { words: Word[]; pageIndex: number }): Segment {
  const words = toReadingOrder(run.words)
  return {
    pageIndex: run.pageIndex,
    words,
    text: words.map((word) => word.text).join(' '),
    box: unionOfBoxes(words.map((word) => word.box)),
  }
}

function medianHeight(words: Word[]): number {
  const heights = words.map((word) => word.box.height).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 1
}
