import type { Word } from '../../readers/reading'
import { boxAround } from '../layout/box'
import type { Found } from '../layout/found'
import { wordsOf } from '../layout/layout'
import { textOf } from '../layout/word-text'
import type { Paper } from '../paper/paper'
import type { ReadingContext } from '../values/context'
import { findDatesInWords } from '../values/dates/dates-in-words'
import { findAmounts } from '../values/money/amounts-in-words'
import { memoizeByRef } from '../vocabulary/memoize-by-ref'
import { toTextKey } from '../vocabulary/text-key'

export type Place = Pick<Found<unknown>, 'text' | 'page' | 'box'>
type Value = string | number

/** Where a known value is first printed, whatever form the page gives to it; null when it is not. */
export function locateValue({ paper, value }: { paper: Paper; value: Value }): Place | null {
  for (const line of paper.lines) {
    const found = findWords({ words: wordsOf(line), value, ...paper.context })
    if (found.length > 0) return { text: textOf(found), page: line.page, box: boxAround(found) }
  }
  return null
}

type Search = { words: Word[]; value: Value } & ReadingContext

/** The words that say a value; none where they do not. */
export function findWords({ words, value, decimalMark, dateOrder: order }: Search): Word[] {
  if (typeof value === 'number') {
    const size = Math.abs(value)
    const amount = findAmounts({ words, decimalMark }).find(
      (one) => Math.abs(Math.abs(one.value) - size) < 0.0001,
    )
    return amount ? words.slice(amount.start, amount.end) : []
  }
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value)
  const date = isDate ? findDatesInWords({ words, order }).find((one) => one.value === value) : undefined
  return date ? date.words : findText({ words, key: toTextKey(value) })
}

function findText({ words, key }: { words: Word[]; key: string }): Word[] {
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

const keysOf = memoizeByRef((words: Word[]): string[] => words.map((word) => toTextKey(word.text)))
