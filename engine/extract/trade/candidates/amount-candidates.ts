import type { Segment, TextLine } from '@/engine/extract/layout/layout'
import type { Paper } from '@/engine/extract/paper/paper'
import type { ReadingContext } from '@/engine/extract/values/context'
import { findDatesInWords } from '@/engine/extract/values/dates/dates-in-words'
import { findAmounts } from '@/engine/extract/values/money/amounts-in-words'
import type { Candidate } from './candidate'
import { listLines } from './page-lines'

/** Longer plain figures are numbers of accounts and telephones. */
const largestPlainFigure = 10_000_000

/** Every figure that may be money; figures within dates are none. */
export function listAmounts(paper: Paper): Candidate[] {
  return listLines(paper).flatMap((line) =>
    line.segments.flatMap((segment) => amountsIn({ line, segment, ...paper.context })),
  )
}

type Place = { line: TextLine; segment: Segment }

function amountsIn({ line, segment, decimalMark, dateOrder: order }: Place & ReadingContext): Candidate[] {
  const { words } = segment
  const amounts = findAmounts({ words, decimalMark })
  if (amounts.length === 0) return []
  const days = findDatesInWords({ words, order }).flatMap((date) => date.words)
  return amounts.flatMap(({ start, end, value, decimals, isGrouped, mark }): Candidate[] => {
    const own = words.slice(start, end)
    const isMoney = decimals > 0 || isGrouped || mark !== null || value < largestPlainFigure
    if (!isMoney || decimals > 4 || own.some((word) => days.includes(word))) return []
    const traits = [
      `decimals:${decimals}`,
      `grouped:${isGrouped}`,
      `mark:${mark !== null}`,
      `sign:${Math.sign(value)}`,
    ]
    return [{ type: 'amount', value, key: value.toFixed(2), words: own, line, segment, traits }]
  })
}
