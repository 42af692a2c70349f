import { textOf, wordsBetween } from '@/engine/extract/layout/word-text'
import type { Paper } from '@/engine/extract/paper/paper'
import { findAmounts } from '@/engine/extract/values/amounts-in-words'
import { findDates } from '@/engine/extract/values/dates'
import type { Candidate } from './candidate'
import type { PageLine } from './page-lines'

/** Longer plain figures are numbers of accounts and telephones. */
const largestPlainFigure = 10_000_000

/** Every figure that may be money; figures within dates are none. */
export function listAmounts({ paper, lines }: { paper: Paper; lines: PageLine[] }): Candidate[] {
  const { decimalMark, dateOrder } = paper.context
  return lines.flatMap(({ line }) =>
    line.segments.flatMap((segment) => {
      const { words } = segment
      const amounts = findAmounts({ words, decimalMark })
      if (amounts.length === 0) return []
      const days = findDates({ text: textOf(words), order: dateOrder }).flatMap((date) =>
        wordsBetween({ words, ...date }),
      )
      return amounts.flatMap((amount): Candidate[] => {
        const own = words.slice(amount.start, amount.end)
        const isMoney =
          amount.decimals > 0 || amount.isGrouped || amount.mark !== null || amount.value < largestPlainFigure
        if (!isMoney || amount.decimals > 4 || own.some((word) => days.includes(word))) return []
        return [
          {
            type: 'amount',
            value: amount.value,
            key: amount.value.toFixed(2),
            words: own,
            line,
            segment,
            traits: [
              `decimals:${amount.decimals}`,
              `grouped:${amount.isGrouped}`,
              `mark:${amount.mark !== null}`,
              `sign:${Math.sign(amount.value)}`,
            ],
          },
        ]
      })
    }),
  )
}
