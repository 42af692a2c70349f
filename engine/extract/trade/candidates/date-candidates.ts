import type { Segment, TextLine } from '@/engine/extract/layout/layout'
import { splitCell, surroundingsOf } from '@/engine/extract/layout/surroundings'
import { textOf, wordsBetween } from '@/engine/extract/layout/word-text'
import { conceptsOf, type Paper } from '@/engine/extract/paper/paper'
import { type FoundDate, findDates } from '@/engine/extract/values/dates'
import type { Word } from '@/engine/readers/reading'
import type { Candidate } from './candidate'
import type { PageLine } from './page-lines'

/** Every date; one that goes on over a gap in its line, or with its year on the next line of its cell. */
export function listDates({ paper, lines }: { paper: Paper; lines: PageLine[] }): Candidate[] {
  return lines.flatMap(({ line }) => {
    const words = line.segments.flatMap((segment) => segment.words)
    const inLine = datesAmong({ words, line, paper })
    const broken = line.segments.flatMap((segment) => {
      const below = yearBelow({ segment, paper })
      if (!below) return []
      return datesAmong({ words: [...segment.words, below], line, paper }).filter(({ words: own }) =>
        own.includes(below),
      )
    })
    return [...inLine, ...broken]
  })
}

function datesAmong({ words, line, paper }: { words: Word[]; line: TextLine; paper: Paper }): Candidate[] {
  const text = textOf(words)
  return findDates({ text, order: paper.context.dateOrder }).flatMap((date): Candidate[] => {
    const own = wordsBetween({ words, ...date })
    const [first] = own
    const segment = first && line.segments.find((one) => one.words.includes(first))
    if (!segment || (date.needsLabel && !isLabelled({ paper, segment, words: own }))) return []
    return [
      {
        type: 'date',
        value: date.value,
        key: date.value,
        words: own,
        line,
        segment,
        traits: traitsOf({ date, text }),
      },
    ]
  })
}

function traitsOf({ date, text }: { date: FoundDate; text: string }): string[] {
  const behind = text.slice(date.end, date.end + 12)
  return [
    `shape:${date.text.replace(/\d/g, '9').replace(/\p{L}+/gu, 'a')}`,
    `clock:${/^\W{0,3}(?:\w{2,3}\W)?\d{1,2}[:.]\d{2}/.test(behind)}`,
  ]
}

/** A day and a month at the end of a cell, whose year is the first word of the cell below. */
function yearBelow({ segment, paper }: { segment: Segment; paper: Paper }): Word | null {
  if (
    !/\d{1,2}\S*\s(?:day\s)?(?:of\s|de\s)?\p{L}{3,},?$|\p{L}{3,}\.?\s\d{1,2}(?:st|nd|rd|th)?,?$/u.test(
      segment.text,
    )
  )
    return null
  const [first] = surroundingsOf({ layout: paper.layout, segment }).below?.words ?? []
  return first && /^(?:19|20)\d{2}[.,]?$/.test(first.text) ? first : null
}

const dateConcepts = ['date', 'invoice_date', 'due_date', 'order_date']

/** Whether what stands before or above some words is the label of a date. */
function isLabelled({ paper, segment, words }: { paper: Paper; segment: Segment; words: Word[] }): boolean {
  const { before } = splitCell({ segment, words })
  const { left, above } = surroundingsOf({ layout: paper.layout, segment })
  const cells = [left[0], above[0]].flatMap((cell) => (cell ? [{ words: cell.words, segment: cell }] : []))
  return [{ words: before, segment }, ...cells].some((label) =>
    conceptsOf({ ...label, paper }).some(({ concept }) => dateConcepts.includes(concept)),
  )
}
