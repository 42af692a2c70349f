import { textOf, wordsBetween } from '@/engine/extract/layout/word-text'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'
import type { Word } from '@/engine/readers/reading'
import { type DateSearch, type FoundDate, findDates } from './dates'

/** A date with the words that it is printed in. */
type DateInWords = FoundDate & { words: Word[] }

/** Dates among words, from left to right. */
export function findDatesInWords({ words, ...search }: DateSearch & { words: Word[] }): DateInWords[] {
  const known = foundIn(words)
  const id = `${search.order} ${search.earliestYear}`
  const found = known.get(id) ?? readDates({ words, ...search })
  known.set(id, found)
  return found
}

/** Half of the rules ask for the dates of the same words. */
const foundIn = memoizeByRef((_words: Word[]) => new Map<string, DateInWords[]>())

function readDates({ words, ...search }: DateSearch & { words: Word[] }): DateInWords[] {
  return findDates({ ...search, text: textOf(words) }).map((date) => ({
    ...date,
    words: wordsBetween({ words, ...date }),
  }))
}
