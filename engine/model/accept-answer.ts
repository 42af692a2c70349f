import { type Found, toFound } from '../extract/layout/found'
import type { Layout } from '../extract/layout/layout'
import { textOf, wordsBetween } from '../extract/layout/word-text'
import type { ValueField } from '../extract/schema/schema-field'
import type { ReadingContext } from '../extract/values/context'
import { findDates } from '../extract/values/dates/dates'
import { findAmounts } from '../extract/values/money/amounts-in-words'
import type { SchemaValue } from '../extract/values/read-kind'
import { toTextKey } from '../extract/vocabulary/text-key'
import type { Word } from '../readers/reading'
import { type Located, locateText } from './locate-text'

/** A model is believed that much less than rules: enough for a person to be asked to look. */
const modelScore = 0.6

export type Page = { layout: Layout; context: ReadingContext }

/**
 * A model's answer for one field, if it is printed on the page; null for anything else. Of several places the one
 * nearest to `beside` is meant, the first otherwise.
 */
export function acceptAnswer({
  answer,
  field,
  layout,
  context,
  beside,
}: Page & { answer: unknown; field: ValueField; beside: Located | null }): Found<SchemaValue> | null {
  const value = toValue({ answer, field, context })
  if (value === null || (field.pattern && !field.pattern.test(String(value)))) return null
  const occurrences = occurrencesOf({ value, field, layout, context })
  const [occurrence] = beside
    ? occurrences.sort((a, b) => distance(a, beside) - distance(b, beside))
    : occurrences
  if (!occurrence) return null
  const read = { value: toForm({ value, field }), words: occurrence.words, quality: 1 }
  return toFound({ read, page: occurrence.page, score: modelScore })
}

/** The answer in the field's own type; null when it is of another. */
function toValue({
  answer,
  field,
  context,
}: {
  answer: unknown
  field: ValueField
  context: ReadingContext
}): string | number | null {
  if (field.kind === 'choice') {
    return field.choices.find((choice) => toTextKey(String(choice)) === toTextKey(String(answer))) ?? null
  }
  if (['number', 'integer', 'percentage'].includes(field.kind)) {
    const isRight = typeof answer === 'number' && (field.kind !== 'integer' || Number.isInteger(answer))
    return isRight ? answer : null
  }
  if (typeof answer !== 'string' || answer.trim() === '' || field.kind === 'boolean') return null
  if (field.kind !== 'date') return answer.trim()
  const [date] = findDates({ text: answer, order: context.dateOrder, earliestYear: 1900 })
  return date?.value ?? null
}

function occurrencesOf(input: Page & { value: string | number; field: ValueField }): Located[] {
  const { value, field, layout, context } = input
  if (typeof value === 'number') {
    return inLines({ layout, find: (words) => numbersIn({ words, value, context, field }) })
  }
  if (field.kind !== 'date') return locateText({ layout, text: value })
  return inLines({
    layout,
    find: (words) => {
      const dates = findDates({ text: textOf(words), order: context.dateOrder, earliestYear: 1900 })
      return dates.filter((date) => date.value === value).map((date) => wordsBetween({ words, ...date }))
    },
  })
}

function inLines({ layout, find }: { layout: Layout; find: (words: Word[]) => Word[][] }): Located[] {
  return layout.lines.flatMap(({ segments, page }) =>
    find(segments.flatMap((segment) => segment.words)).map((words) => ({ page, words })),
  )
}

function numbersIn(input: {
  words: Word[]
  value: number
  context: ReadingContext
  field: ValueField
}): Word[][] {
  const { words, value, context, field } = input
  if (field.kind === 'percentage') {
    const isShare = ({ text }: Word) =>
      /^[-+]?\d+(?:[.,]\d+)?%?$/.test(text) && Number.parseFloat(text.replace(',', '.')) === value
    return words.filter(isShare).map((word) => [word])
  }
  return findAmounts({ words, decimalMark: context.decimalMark })
    .filter((amount) => Math.abs(amount.value - value) < 0.0001)
    .map(({ start, end }) => words.slice(start, end))
}

function toForm({ value, field }: { value: string | number; field: ValueField }): string | number {
  if (field.kind !== 'date' || typeof value !== 'string') return value
  const [year = '', month = '', day = ''] = value.split('-')
  return field.dateForm.replace('YYYY', year).replace('MM', month).replace('DD', day)
}

function distance(a: Located, b: Located): number {
  const [first, other] = [a.words[0]?.box, b.words[0]?.box]
  if (!first || !other) return Number.POSITIVE_INFINITY
  return (
    Math.abs(a.page.number - b.page.number) * 100_000 +
    Math.abs(first.y - other.y) * 10 +
    Math.abs(first.x - other.x) / 10
  )
}
