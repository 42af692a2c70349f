import type { Word } from '../../readers/reading'
import type { ReadValue } from '../layout/found'
import { findDatesInWords } from './dates/dates-in-words'

const codeToken = /^[#(]*([\p{L}\d][\p{L}\d\-/_.\\]*[\p{L}\d]|\d|\p{Lu})[),.;:]*$/u

/**
 * A number or code: the first word with a digit, joined with the capitals before it and the groups of digits behind
 * it. Without any digit, a single word in capitals.
 */
export function readCode(words: Word[]): ReadValue<string> | null {
  const dates = findDatesInWords({ words, order: 'day-first' }).flatMap((date) => date.words)
  const first = words.slice(0, 4).findIndex((word) => isCode(word) && !dates.includes(word))
  if (first < 0) return readCapitals(words)
  const before = words[first - 1]
  const start = before && /^\p{Lu}{1,4}$/u.test(before.text) ? first - 1 : first
  let end = first + 1
  while (isGroup(words[end]) && isNear({ left: words[end - 1], right: words[end] })) end += 1
  const used = words.slice(start, end)
  const value = used.map((word) => codeToken.exec(word.text)?.[1] ?? word.text).join(' ')
  // A figure or two may be anything; only behind its very name is it a code.
  const isLong = value.length >= 4 || /\d{3}/.test(value)
  return { value, words: used, quality: (first <= 1 ? 1 : 0.7) * (isLong ? 1 : 0.6) }
}

function isCode({ text }: Word): boolean {
  return codeToken.test(text) && /\d/.test(text) && !/^\d+[.,]\d{2}$/.test(text)
}

function isGroup(word: Word | undefined): boolean {
  return word !== undefined && /^\d{2,6}[\dA-Z]?$/.test(word.text)
}

function isNear({ left, right }: { left: Word | undefined; right: Word | undefined }): boolean {
  return (
    left !== undefined && right !== undefined && right.box.x - (left.box.x + left.box.width) < left.box.height
  )
}

function readCapitals(words: Word[]): ReadValue<string> | null {
  const [word] = words.filter(({ text }) => /[\p{L}\d]/u.test(text))
  return word && /^\p{Lu}{2,12}$/u.test(word.text) ? { value: word.text, words: [word], quality: 0.5 } : null
}
