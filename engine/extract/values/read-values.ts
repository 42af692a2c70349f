import type { Word } from '../../readers/reading'
import type { ReadValue } from '../layout/found'
import { textOf, wordsBetween } from '../layout/word-text'
import { findIbans } from './ids/iban'

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

/** The first IBAN with the right check digits. */
export function readIban(words: Word[]): ReadValue<string> | null {
  const [iban] = findIbans(textOf(words))
  return iban ? { value: iban.value, words: wordsBetween({ words, ...iban }), quality: 1 } : null
}
