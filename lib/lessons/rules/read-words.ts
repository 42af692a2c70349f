import { gapBetween, joined, type PrintedPage, type PrintedWord } from '../print/print'
import { bareText, readAmount, readDate } from '../print/printed-value'
import type { ReadAs, Scalar } from './rule'

/** A value and the words it was read from. */
export type ReadFrom = { value: Scalar; words: PrintedWord[]; page: PrintedPage }

/** Words of a date (`3 de marzo de 2026`) and of an amount (`EUR 1 234,50`). */
const longest = { date: 6, amount: 4 }
/** In heights of a word: further apart they are not one value. */
const widestGap = 1.3

type Read = { words: PrintedWord[]; page: PrintedPage; read: ReadAs }

/** What the first words say, as many as make the value; null where they are no such value. */
export function readFirst({ words, page, read }: Read): ReadFrom | null {
  const near = takeNear({ words, page, most: mostWords(read) })
  return firstOf({
    counts: countsOf({ read, most: near.length }),
    take: (count) => near.slice(0, count),
    page,
    read,
  })
}

/** The same for the last words of a line. */
export function readLast({ words, page, read }: Read): ReadFrom | null {
  const near = takeNear({ words: [...words].reverse(), page, most: mostWords(read) }).reverse()
  const counts = countsOf({ read, most: near.length })
  return firstOf({ counts, take: (count) => near.slice(-count), page, read })
}

const mostWords = (read: ReadAs) => (read.as === 'text' ? read.words : longest[read.as])

/** The longest text, and the longest date or amount: `3 marzo 2026`, and not `3`. */
function countsOf({ read, most }: { read: ReadAs; most: number }): number[] {
  const counts = Array.from({ length: most }, (_, at) => most - at)
  return read.as === 'text' && read.shape === null ? counts.slice(0, 1) : counts
}

type Trial = { counts: number[]; take: (count: number) => PrintedWord[]; page: PrintedPage; read: ReadAs }

function firstOf({ counts, take, page, read }: Trial): ReadFrom | null {
  for (const count of counts) {
    const words = take(count)
    const value = readText({ text: joined(words), read })
    if (value !== null) return { value, words, page }
  }
  return null
}

function takeNear({ words, page, most }: { words: PrintedWord[]; page: PrintedPage; most: number }) {
  const near: PrintedWord[] = []
  for (const word of words) {
    const before = near.at(-1)
    const [left, right] = before && before.x > word.x ? [word, before] : [before, word]
    if (near.length === most || (left && right && gapBetween(left, right) > widestGap * page.unit)) break
    near.push(word)
  }
  return near
}

/** What a printed text says, read so; null where it is something else. */
export function readText({ text, read }: { text: string; read: ReadAs }): Scalar {
  if (read.as === 'date') return readDate({ text, order: read.order })
  if (read.as === 'amount') return readAmount({ text, mark: read.mark })
  const bare = bareText(text)
  if (bare === '' || (read.hasFigures && !/\d/.test(bare))) return null
  return read.shape === null || new RegExp(`^(?:${read.shape})$`, 'u').test(bare) ? bare : null
}
