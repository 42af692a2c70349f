import type { Word } from '../../readers/reading'
import type { ReadValue } from '../layout/found'
import { textOf, wordsBetween } from '../layout/word-text'
import type { ValueField } from '../schema/schema-field'
import { toTextKey } from '../vocabulary/text-key'
import { labelsOf } from '../vocabulary/vocabulary'
import type { ReadingContext } from './context'
import { findDatesInWords } from './dates/dates-in-words'
import { parseAmount } from './money/amounts'
import { findAmounts } from './money/amounts-in-words'
import { readBoolean, readChoice } from './read-choice'
import { readCode } from './read-code'
import { readIban, readTime } from './read-values'

export type SchemaValue = string | number | boolean
/** People are born before the papers of businesses begin. */
const earliestYear = 1900

type Read = ReadValue<SchemaValue> | null

/** The value of a field's kind among the words where it may stand; null when they say nothing of that kind. */
export function readKind({
  field,
  words,
  context,
}: {
  field: ValueField
  words: Word[]
  context: ReadingContext
}): Read {
  const shaped = readShaped({ field, words })
  if (shaped) return shaped
  switch (field.kind) {
    case 'date':
      return readDateAs({ field, words, context })
    case 'date-time':
      return readInstant({ words, context })
    case 'time':
      return readTime(words)
    case 'number':
    case 'integer':
      return readNumber({ words, context, isWhole: field.kind === 'integer' })
    case 'percentage':
      return readPercentage(words)
    case 'boolean':
      return readBoolean(words)
    case 'choice':
      return readChoice({ words, choices: field.choices })
    case 'iban':
      return readIban(words)
    case 'email':
      return readPattern({
        words,
        pattern: /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u,
      })
    case 'uri':
      return readPattern({
        words,
        pattern:
          /(?:https?:\/\/|www\.)[^\s,;]+|(?<![@\p{L}])[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,9}\.\p{L}{2,}(?:\/\S*)?/u,
      })
    case 'phone':
      return readPattern({ words, pattern: /\+?\(?\d[\d\s()./-]{5,}\d/u })
    case 'code':
      return readCode(words)
    case 'name':
      return readName(words)
    case 'address':
    case 'title':
    case 'text':
      return readText(words)
  }
}

/** What the schema's own pattern or the form of its examples picks out; these know better than any name. */
function readShaped({ field, words }: { field: ValueField; words: Word[] }): Read {
  const forms = [...(field.pattern ? [field.pattern] : []), ...field.shapes]
  if (forms.length === 0 || typeof field.schema.type !== 'string' || field.schema.type !== 'string')
    return null
  for (let length = 1; length <= Math.min(6, words.length); length += 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const part = words.slice(start, start + length)
      const value = trimMarks(textOf(part))
      if (/\p{L}|\d/u.test(value) && forms.some((form) => form.test(value)))
        return { value, words: part, quality: 1 }
    }
  }
  return null
}

function readDateAs({
  field,
  words,
  context,
}: {
  field: ValueField
  words: Word[]
  context: ReadingContext
}): Read {
  const [date] = findDatesInWords({ words, order: context.dateOrder, earliestYear })
  if (!date) return null
  const [printed = '', month = '', day = ''] = date.value.split('-')
  const year =
    isBirth(field) && Number(printed) > new Date().getFullYear() ? String(Number(printed) - 100) : printed
  // A format is the schema's word; a description that says otherwise speaks of where it is read.
  const isAsPrinted = field.schema.format !== 'date' && /as printed/i.test(field.description)
  const value = isAsPrinted
    ? date.text
    : field.dateForm.replace('YYYY', year).replace('MM', month).replace('DD', day)
  return { value, words: date.words, quality: date.start < 12 ? 1 : 0.6 }
}

/** Nobody who has papers is born in the future: of a year in two digits the earlier one is meant. */
function isBirth({ phrases }: ValueField): boolean {
  return phrases.some(({ tokens, key }) => tokens.includes('birthdate') || /birth|^dob|dob$/.test(key))
}

/** Day and time of day; the zone is given only where it is printed. */
function readInstant({ words, context }: { words: Word[]; context: ReadingContext }): Read {
  const text = textOf(words)
  const [date] = findDatesInWords({ words, order: context.dateOrder, earliestYear })
  if (!date) return null
  const behind = wordsBetween({ words, start: date.end, end: text.length + 1 })
  const time = readTime(behind)
  if (!time) return null
  const zone = /\b(?:UTC|GMT|Z)\b/.test(text) ? 'Z' : ''
  const clock = time.value.length === 5 ? `${time.value}:00` : time.value
  return {
    value: `${date.value}T${clock}${zone}`,
    words: [...new Set([...date.words, ...time.words])],
    quality: 1,
  }
}

function readNumber({
  words,
  context,
  isWhole,
}: {
  words: Word[]
  context: ReadingContext
  isWhole: boolean
}): Read {
  const { decimalMark } = context
  const dates = findDatesInWords({ words, order: context.dateOrder }).flatMap((date) => date.words)
  const found = findAmounts({ words, decimalMark }).find(
    ({ value, start }) => (!isWhole || Number.isInteger(value)) && !dates.includes(words[start] ?? noWord),
  )
  if (found) {
    return {
      value: found.value,
      words: words.slice(found.start, found.end),
      quality: found.start < 3 ? 1 : 0.7,
    }
  }
  for (const word of words.slice(0, 3)) {
    const [, figure = ''] = /^([-+]?\d[\d.,']*)\s?[\p{L}²³°/]{1,6}\.?$/u.exec(word.text) ?? []
    const parsed = parseAmount({ text: figure, decimalMark })
    if (parsed && (!isWhole || parsed.decimals === 0))
      return { value: parsed.value, words: [word], quality: 0.85 }
  }
  return null
}

const noWord: Word = { text: '', box: { x: 0, y: 0, width: 0, height: 0 }, confidence: 0, origin: 'text' }

function readPercentage(words: Word[]): Read {
  const text = textOf(words)
  const match = /([-+]?\d{1,3}(?:[.,]\d+)?)\s?%/.exec(text)
  if (!match) return null
  const value = Number((match[1] ?? '').replace(',', '.'))
  return {
    value,
    words: wordsBetween({ words, start: match.index, end: match.index + match[0].length }),
    quality: 1,
  }
}

function readPattern({ words, pattern }: { words: Word[]; pattern: RegExp }): Read {
  const match = pattern.exec(textOf(words))
  if (!match) return null
  const value = match[0].replace(/(?<![.,;:])[.,;:]+$/, '')
  return {
    value,
    words: wordsBetween({ words, start: match.index, end: match.index + value.length }),
    quality: 1,
  }
}

function readName(words: Word[]): Read {
  const read = readText(words)
  if (!read) return null
  const letters = read.value.match(/\p{L}/gu)?.length ?? 0
  const digits = read.value.match(/\d/g)?.length ?? 0
  return letters >= 2 && digits <= 3 && letters > digits && read.words.length <= 9 && !/[@:]/.test(read.value)
    ? read
    : null
}

const longestTextWords = 24

function readText(words: Word[]): ReadValue<string> | null {
  const meaningful = words
    .filter((word, at) => at > 0 || /[\p{L}\d]/u.test(word.text))
    .slice(0, longestTextWords)
  const value = trimMarks(textOf(meaningful))
  if (labelKeys.has(toTextKey(value))) return null
  return /[\p{L}\d]/u.test(value) ? { value, words: meaningful, quality: words.length > 12 ? 0.7 : 1 } : null
}

/** What is the label of something itself is no value. */
const labelKeys = new Set(
  [
    'other',
    'iban',
    'supplier_tax_id',
    'invoice_number',
    'invoice_date',
    'due_date',
    'total',
    'subtotal',
    'amount_due',
  ]
    .flatMap(labelsOf)
    .map(toTextKey),
)

/** Without what joins a value to its surroundings on paper. */
function trimMarks(text: string): string {
  return text.replace(/^[\s:：=–—|•·,;-]+/u, '').replace(/(?<![\s,;:|])[\s,;:|]+$/u, '')
}
