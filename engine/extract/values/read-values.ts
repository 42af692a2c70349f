import type { Word } from '../../readers/reading'
import type { ReadValue } from '../found'
import { textOf, wordsBetween } from '../layout/word-text'
import { type DateOrder, findDates } from './dates'
import { findIbans } from './iban'
import { findTaxIds } from './tax-ids'

/** The first date among words. */
export function readDate({ words, order }: { words: Word[]; order: DateOrder }): ReadValue<string> | null {
  const [date] = findDates({ text: textOf(words), order })
  if (!date) return null
  // A date behind many other words is that of something else.
  const quality = date.start < 12 ? 1 : 0.6
  return { value: date.value, words: wordsBetween({ words, ...date }), quality }
}

const timePattern = /(?<![\d:.,])([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?\s?([ap]\.?m\.?)?(?![\d%])/i

/** The first time of day among words, as `HH:MM` or `HH:MM:SS` of 24 hours. */
export function readTime(words: Word[]): ReadValue<string> | null {
  const text = textOf(words)
  const match = timePattern.exec(text)
  if (!match || (!match[0].includes(':') && match[4] === undefined)) return null
  const [whole, hour = '', minute = '', second, half] = match
  const value = [toHour24({ hour: Number(hour), half }), minute, ...(second ? [second] : [])].join(':')
  const start = match.index
  return { value, words: wordsBetween({ words, start, end: start + whole.length }), quality: 1 }
}

function toHour24({ hour, half }: { hour: number; half: string | undefined }): string {
  const isAfternoon = half?.toLowerCase().startsWith('p') === true
  const hour24 = isAfternoon && hour < 12 ? hour + 12 : half && !isAfternoon && hour === 12 ? 0 : hour
  return String(hour24).padStart(2, '0')
}

/** Words between a label and its number: `Invoice No. : 123`. */
const fillers = /^(?:no|nr|n|num|number|número|numero|#|:|º|°|nº|n°|-|\.|id)*[.:#º°]*$/i
const numberPattern = /^[#:(]*([A-Za-z0-9][A-Za-z0-9\-/_.\\]*[A-Za-z0-9]|\d)[),.;:]*$/

/** A document number: the first token that holds a digit and is no date, amount or telephone number. */
export function readNumber(words: Word[]): ReadValue<string> | null {
  const text = textOf(words)
  const dates = findDates({ text, order: 'day-first' }).flatMap((date) => wordsBetween({ words, ...date }))
  const meaningful = words.filter((word) => !fillers.test(word.text))
  const at = meaningful.findIndex((word) => numberPattern.test(word.text) && /\d/.test(word.text))
  const word = meaningful[at]
  const value = word && numberPattern.exec(word.text)?.[1]
  if (!word || value === undefined || at > 1 || dates.includes(word) || /^\d+[.,]\d{2}$/.test(value))
    return null
  const prefix = at === 1 ? meaningful[0] : undefined
  if (prefix && !/^[A-Z]{1,4}$/.test(prefix.text)) return null
  const parts = prefix ? [prefix, word] : [word]
  const quality = /\d{3}/.test(value) ? 1 : 0.75
  return { value: prefix ? `${prefix.text} ${value}` : value, words: parts, quality }
}

/** The first tax id with a known form among words; those whose check digit is right are surest. */
export function readTaxId(words: Word[]): ReadValue<string> | null {
  const [id] = findTaxIds(textOf(words))
  return id
    ? { value: id.value, words: wordsBetween({ words, ...id }), quality: id.isProven ? 1 : 0.8 }
    : null
}

/** The first IBAN with the right check digits. */
export function readIban(words: Word[]): ReadValue<string> | null {
  const [iban] = findIbans(textOf(words))
  return iban ? { value: iban.value, words: wordsBetween({ words, ...iban }), quality: 1 } : null
}
