import type { Box, Page, Word } from '../../readers/reading'
import { memoizeByRef } from '../vocabulary/memoize-by-ref'
import { boxAround } from './box'
import { estimateSlope, levelBox } from './lines/page-slope'
import { splitWords } from './lines/split-words'
import { joinIntoLines } from './lines/text-lines'
import { medianHeight, trimTallBoxes } from './lines/word-heights'
import { toReadingOrder } from './reading-order'
import { textOf } from './word-text'

/** A run of words without a column gap: a cell of a table, a label, a phrase. */
export type Segment = { page: LayoutPage; words: Word[]; text: string; box: Box }

export type TextLine = { page: LayoutPage; segments: Segment[]; text: string; box: Box }

export type LayoutPage = Page & {
  lines: TextLine[]
  /** Height of a usual line of print on this page, in its unit. */
  lineHeight: number
  /** How far the print sank to the right before its words were laid straight (`page-slope.ts`). */
  slope: number
}

export type Layout = { pages: LayoutPage[]; lines: TextLine[] }

export function buildLayout(pages: Page[]): Layout {
  const laid = pages.map(layOut)
  return { pages: laid, lines: laid.flatMap(({ lines }) => lines) }
}

/**
 * Words become lines from top to bottom, and lines become segments from left to right; print along the side stays out.
 * Done once for each page, whatever papers it is looked at as a part of.
 */
const layOut = memoizeByRef((given: Page): LayoutPage => {
  const page = { ...given, words: splitWords(given.words) }
  const isRead = page.source === 'ocr'
  const printed = page.words.filter((word) => word.text !== '')
  const slope = isRead ? estimateSlope(printed) : 0
  const level = printed.map((word) => ({ ...word, box: levelBox({ box: word.box, slope }) }))
  const upright = level.filter((word) => !word.isSideways)
  const words = isRead ? withoutSpecks(upright) : trimTallBoxes(upright)
  const laid: LayoutPage = { ...page, lines: [], lineHeight: medianHeight(words), slope }
  // A space is a quarter to a third of an em; OCR boxes hug the letters, boxes of fonts include the leading.
  const emPerHeight = isRead ? 1.3 : 0.85
  for (const line of joinIntoLines(words)) {
    const parts = splitAtGaps({ words: line, maxGap: medianHeight(line) * emPerHeight })
    const segments = parts.map((part) => toSegment({ words: part, page: laid }))
    if (segments.length === 0) continue
    const text = segments.map((segment) => segment.text).join('  ')
    laid.lines.push({ page: laid, segments, text, box: boxAround(segments) })
  }
  return laid
})

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
export const wordsOf = memoizeByRef(({ segments }: TextLine): Word[] => {
  const [only, ...others] = segments
  return only && others.length === 0 ? only.words : segments.flatMap(({ words }) => words)
})

/** What OCR makes of the ruling of a table: it separates like a gap. */
function isRule(word: Word): boolean {
  return /^[|¦[\]{}_—–=~]+$/.test(word.text) && word.text !== '–'
}

/** Words of one run as a segment. */
export function toSegment(run: { words: Word[]; page: LayoutPage }): Segment {
  const words = toReadingOrder(run.words)
  return { page: run.page, words, text: textOf(words), box: boxAround(words) }
}
