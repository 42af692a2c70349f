import type { Box, Word } from '../../readers/reading'
import { boxAround, rightOf } from '../layout/box'
import type { LayoutPage, Segment, TextLine } from '../layout/layout'
import { textOf } from '../layout/word-text'
import type { ValueField } from '../schema/schema-field'
import type { ReadingContext } from '../values/context'
import { findDatesInWords } from '../values/dates/dates-in-words'
import { findAmounts } from '../values/money/amounts-in-words'
import type { HeadColumn } from './heads/find-heads'

/** Words of one line that stand in one cell. */
export type Part = { words: Word[]; box: Box; isFigure: boolean; line: number }

const textKinds = ['text', 'name', 'address', 'title']

/** Whether a column holds figures, dates or codes, which make a line a row. */
export function isTelling({ kind }: ValueField): boolean {
  return !textKinds.includes(kind)
}

export function isNumeric({ kind }: ValueField): boolean {
  return ['number', 'integer', 'percentage'].includes(kind)
}

/** The words of a cell; those of a single part as the very list that its amounts are remembered for. */
export function wordsOfCell(parts: Part[]): Word[] {
  const [only, ...others] = parts
  return only && others.length === 0 ? only.words : parts.flatMap(({ words }) => words)
}

type Cut = { columns: HeadColumn[]; page: LayoutPage; context: ReadingContext }

/** The cells of a line: its segments, cut where a figure stands under a column of its own or another column begins. */
export function toParts({ line, at, ...cut }: Cut & { line: TextLine; at: number }): Part[] {
  return line.segments.flatMap((segment) => {
    const starts = [
      ...new Set([0, ...figureStarts({ segment, ...cut }), ...columnStarts({ segment, ...cut })]),
    ]
    const sorted = starts.filter((start) => start < segment.words.length).sort((a, b) => a - b)
    if (sorted.length === 1) return [toPart({ words: segment.words, line: at, context: cut.context })]
    return sorted.map((start, index) =>
      toPart({ words: segment.words.slice(start, sorted[index + 1]), line: at, context: cut.context }),
    )
  })
}

function toPart({ words, line, context }: { words: Word[]; line: number; context: ReadingContext }): Part {
  const [amount] = findAmounts({ words, decimalMark: context.decimalMark })
  const isFigure = amount?.start === 0 && (words.length - amount.end <= 1 || /^[\d ]+$/.test(textOf(words)))
  return { words, box: boxAround(words), isFigure, line }
}

/** Where figures begin and end that stand under a head of figures: those within a text are part of it. */
function figureStarts({ segment, columns, page, context }: Cut & { segment: Segment }): number[] {
  const { words } = segment
  const dates = words.length > 1 ? findDatesInWords({ words, order: context.dateOrder }) : []
  const days = dates.flatMap((date) => date.words)
  return findAmounts({ words, decimalMark: context.decimalMark }).flatMap(({ box, start, end }) => {
    const isWhole = start === 0 && end === words.length
    const isOfDay = words.slice(start, end).some((word) => days.includes(word))
    if (
      isWhole ||
      isOfDay ||
      isGrouped({ words, start }) ||
      !columns.some((column) => isUnder({ box, column, page }))
    )
      return []
    return [start, end]
  })
}

/** `7 716`: a group of three figures goes on the figure before it. */
function isGrouped({ words, start }: { words: Word[]; start: number }): boolean {
  const [before, word, after] = [words[start - 1], words[start], words[start + 1]]
  const goesOn = (left: Word | undefined, right: Word | undefined) =>
    left !== undefined &&
    right !== undefined &&
    /^\d{1,3}$/.test(left.text) &&
    /^\d{3}$/.test(right.text) &&
    right.box.x - rightOf(left.box) < 0.5 * left.box.height
  return goesOn(before, word) || (goesOn(word, after) && start === 0)
}

function isUnder({ box, column, page }: { box: Box; column: HeadColumn; page: LayoutPage }): boolean {
  if (column.field && !isTelling(column.field)) return false
  const isAligned = Math.abs(rightOf(box) - rightOf(column.box)) < page.lineHeight * 0.4
  const middle = box.x + box.width / 2
  return isAligned || (middle > column.box.x && middle < rightOf(column.box))
}

/** Where a word stands exactly under the beginning of a head, the cell before it was too full for a gap. */
function columnStarts({ segment: { words }, columns, page }: Cut & { segment: Segment }): number[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1]
    const isApart = before && word.box.x - rightOf(before.box) > 0.35 * word.box.height
    const isStart =
      isApart && columns.some(({ box }) => Math.abs(box.x - word.box.x) < page.lineHeight * 0.12)
    return isStart ? [at] : []
  })
}
