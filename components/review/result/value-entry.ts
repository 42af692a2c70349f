import type { FieldSchema } from '@/lib/steps/field-schema'
import type { Scalar } from './result-tree'

/** How a value is typed in: by what was read, or where nothing was, by what the schema says would be there. */
export type EntryKind = 'text' | 'number' | 'date' | 'boolean'

const isoDay = /^\d{4}-\d{2}-\d{2}$/

export function entryKind({ value, schema }: { value: Scalar; schema: FieldSchema }): EntryKind {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return isoDay.test(value) ? 'date' : 'text'
  const types = [schema.type].flat()
  if (types.includes('number') || types.includes('integer')) return 'number'
  if (types.includes('boolean')) return 'boolean'
  return schema.format === 'date' ? 'date' : 'text'
}

/** What stands in the field at first: numbers with the reader's decimal mark and without grouping. */
export function entryText({ value, locale }: { value: Scalar; locale: string }): string {
  if (typeof value !== 'number') return value === null ? '' : String(value)
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(value)
}

type Entry = { text: string; kind: EntryKind; locale: string }

/** The value meant by what was typed; an empty field means that there is none. Undefined when it cannot be understood. */
export function parseEntry({ text: typed, kind, locale }: Entry): Scalar | undefined {
  const text = typed.trim()
  if (text === '') return null
  if (kind === 'number') return parseNumber({ text, locale })
  if (kind === 'boolean') return text === 'true'
  return text
}

/** `1.234,56`, `1,234.56`, `1 234,5`, `$ 12`, `(3)` and `-3`; a lone mark before three digits is read as the reader writes it. */
function parseNumber({ text, locale }: { text: string; locale: string }): number | undefined {
  const isNegative = /^\(.*\)$/.test(text) || /[-−]/.test(text)
  const digits = text.replace(/[\s'’\p{Sc}()−-]|[A-Z]{3}/gu, '')
  if (!/^(\d+([.,]\d+)*|[.,]\d+)$/.test(digits)) return undefined
  const decimal = decimalMark({ digits, locale })
  const whole = decimal === '.' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.')
  const value = Number(whole)
  return Number.isFinite(value) ? (isNegative ? -value : value) : undefined
}

function decimalMark({ digits, locale }: { digits: string; locale: string }): string {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  const marks = digits.match(/[.,]/g) ?? []
  const mark = digits[last] ?? ''
  if (new Set(marks).size === 2) return mark
  if (marks.length > 1) return mark === '.' ? ',' : '.'
  const isLikeGrouping = /^\d{1,3}[.,]\d{3}$/.test(digits)
  return isLikeGrouping ? readersMark(locale) : mark
}

function readersMark(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  return parts.find((part) => part.type === 'decimal')?.value ?? '.'
}
