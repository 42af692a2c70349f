import type { Word } from '../../readers/reading'
import { unionOfBoxes } from '../layout/box'
import type { Found } from '../layout/found'
import { type Layout, wordsOf } from '../layout/layout'
import { textOf, wordsBetween } from '../layout/word-text'
import { findAmounts } from '../values/amounts-in-words'
import type { ReadingContext } from '../values/context'
import { findDates } from '../values/dates'
import { oncePer } from '../vocabulary/memoize-by-ref'
import { toTextKey } from '../vocabulary/text-key'

export type Place = Pick<Found<unknown>, 'text' | 'pageIndex' | 'box'>

/** Where a known value is first printed, whatever form the page gives to it; null when it is not. */
export function locateValue({
  layout,
  context,
  value,
}: {
  layout: Layout
  context: ReadingContext
  value: string | number
}): Place | null {
  for (const line of layout.lines) {
    const words = wordsOf(line)
    const found =
      typeof value === 'number' ? findNumber({ words, context, value }) : findText({ words, context, value })
    if (found.length > 0) {
      return {
        text: textOf(found),
        pageIndex: line.pageIndex,
        box: unionOfBoxes(found.map((word) => word.box)),
      }
    }
  }
  return null
}

function findNumber({
  words,
  context,
  value,
}: {
  words: Word[]
  context: ReadingContext
  value: number
}): Word[] {
  const amount = findAmounts({ words, decimalMark: context.decimalMark }).find(
    (one) => Math.abs(Math.abs(one.value) - Math.abs(value)) < 0.0001,
  )
  return amount ? words.slice(amount.start, amount.end) : []
}

function findText({
  words,
  context,
  value,
}: {
  words: Word[]
  context: ReadingContext
  value: string
}): Word[] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const date = findDates({ text: textOf(words), order: context.dateOrder }).find(
      (one) => one.value === value,
    )
    if (date) return wordsBetween({ words, ...date })
  }
  const key = toTextKey(value)
  const keys = keysOf(words)
  for (let start = 0; start < words.length; start += 1) {
    let joined = ''
    for (let end = start; end < words.length && joined.length < key.length; end += 1) {
      joined += keys[end] ?? ''
      if (joined === key && key !== '') return words.slice(start, end + 1)
    }
  }
  return []
}

const keysOf = oncePer((words: Word[]): string[] => words.map((word) => toTextKey(word.text)))
