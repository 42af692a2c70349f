import { type Segment, type TextLine, wordsOf } from '@/engine/extract/layout/layout'
import { surroundingsOf } from '@/engine/extract/layout/surroundings'
import { textOf } from '@/engine/extract/layout/word-text'
import { isLabelledAs } from '@/engine/extract/paper/concepts'
import type { Paper } from '@/engine/extract/paper/paper'
import type { DateOrder } from '@/engine/extract/values/dates/dates'
import { findDatesInWords } from '@/engine/extract/values/dates/dates-in-words'
import type { Word } from '@/engine/readers/reading'
import { type Candidate, cellOf } from './candidate'
import { listLines } from './page-lines'

/** Every date; one that goes on over a gap in its line, or with its year on the next line of its cell. */
export function listDates(paper: Paper): Candidate[] {
  const order = paper.context.dateOrder
  return listLines(paper).flatMap((line) => [
    ...datesAmong({ words: wordsOf(line), line, order }),
    ...line.segments.flatMap((segment) => {
      const below = yearBelow(segment)
      if (!below) return []
      const broken = datesAmong({ words: [...segment.words, below], line, order })
      return broken.filter(({ words }) => words.includes(below))
    }),
  ])
}

const dateConcepts = ['date', 'invoice_date', 'due_date', 'order_date']

function datesAmong(given: { words: Word[]; line: TextLine; order: DateOrder }): Candidate[] {
  const { line, order } = given
  const text = textOf(given.words)
  return findDatesInWords({ words: given.words, order }).flatMap((date): Candidate[] => {
    const { value, words } = date
    const segment = cellOf({ line, words })
    const isDate = !date.needsLabel || (segment && isLabelledAs({ words, segment, concepts: dateConcepts }))
    if (!segment || !isDate) return []
    const behind = text.slice(date.end, date.end + 12)
    const traits = [
      `shape:${date.text.replace(/\d/g, '9').replace(/\p{L}+/gu, 'a')}`,
      `clock:${/^\W{0,3}(?:\w{2,3}\W)?\d{1,2}[:.]\d{2}/.test(behind)}`,
    ]
    return [{ type: 'date', value, key: value, words, line, segment, traits }]
  })
}

const endsWithDay =
  /\d{1,2}\S{0,40}\s(?:day\s)?(?:of\s|de\s)?\p{L}{3,},?$|(?<!\p{L})\p{L}{3,}\.?\s\d{1,2}(?:st|nd|rd|th)?,?$/u

/** A day and a month at the end of a cell, whose year is the first word of the cell below. */
function yearBelow(segment: Segment): Word | null {
  if (!endsWithDay.test(segment.text)) return null
  const [first] = surroundingsOf(segment).below?.words ?? []
  return first && /^(?:19|20)\d{2}[.,]?$/.test(first.text) ? first : null
}
