import { textOf, wordsBetween } from '../layout/word-text'
import type { Paper } from '../paper'
import { findDates } from '../values/dates'
import type { Candidate } from './candidate'
import type { PageLine } from './page-lines'

/** Every date; one that goes on over a gap in its line too. */
export function listDates({ paper, lines }: { paper: Paper; lines: PageLine[] }): Candidate[] {
  const order = paper.context.dateOrder
  return lines.flatMap(({ line }) => {
    const words = line.segments.flatMap((segment) => segment.words)
    const text = textOf(words)
    return findDates({ text, order }).flatMap((date): Candidate[] => {
      const own = wordsBetween({ words, ...date })
      const [first] = own
      const segment = first && line.segments.find((one) => one.words.includes(first))
      if (!segment) return []
      const behind = text.slice(date.end, date.end + 12)
      return [
        {
          type: 'date',
          value: date.value,
          key: date.value,
          words: own,
          line,
          segment,
          traits: [
            `shape:${date.text.replace(/\d/g, '9').replace(/\p{L}+/gu, 'a')}`,
            `clock:${/^\W{0,3}(?:\w{2,3}\W)?\d{1,2}[:.]\d{2}/.test(behind)}`,
          ],
        },
      ]
    })
  })
}
