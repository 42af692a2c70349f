import type { FieldSchema } from '@/lib/steps/field-schema'
import { type Notation, readersNotation } from './notation'
import { parseDay } from './parse-day'
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

type Entry = {
  text: string
  kind: EntryKind
  locale: string
  /** Of the paper that the text was taken from; what was typed is in the reader's. */
  paper?: Notation
}

/** The value meant by what was typed; an empty field means that there is none. Undefined when it cannot be understood. */
export function parseEntry({ text: typed, kind, locale, paper }: Entry): Scalar | undefined {
  const text = typed.trim()
  if (text === '') return null
  const reader = readersNotation(locale)
  if (kind === 'number') return parseNumber({ text, decimal: paper?.decimal ?? reader.decimal })
  if (kind === 'date') return parseDay({ text, isDayFirst: paper?.isDayFirst ?? reader.isDayFirst })
  if (kind === 'boolean') return parseBoolean(text)
  return text
}

function parseBoolean(text: string): boolean | undefined {
  if (text === 'true' || text === 'false') return text === 'true'
  return undefined
}

/** `1.234,56`, `1,234.56`, `1 234,5`, `US$ 12`, `19 %`, `(3)` and `-3`; a lone mark before three digits is the one that `decimal` is or is not. */
function parseNumber({ text, decimal: usual }: { text: string; decimal: string }): number | undefined {
  const bare = text.replace(/[A-Z]{0,3}\p{Sc}|[A-Z]{3}|%$/gu, '').trim()
  const isNegative = /^\(.*\)$|^[-−]|[-−]$/.test(bare)
  const figures = bare.replace(/^\((.*)\)$|^[-−]\s*|[-−]$/g, '$1').trim()
  // Two numbers beside each other are not one.
  if (/\d\s+\d/.test(figures) && !/^\d{1,3}(\s\d{3})+([.,]\d+)?$/.test(figures)) return undefined
  const digits = figures.replace(/[\s'’]/g, '')
  if (!/^(\d+([.,]\d+)*|[.,]\d+)$/.test(digits)) return undefined
  const decimal = decimalMark({ digits, usual })
  const whole = decimal === '.' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.')
  const value = Number(whole)
  return Number.isFinite(value) ? (isNegative ? -value : value) : undefined
}

function decimalMark({ digits, usual }: { digits: string; usual: string }): string {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  const marks = digits.match(/[.,]/g) ?? []
  const mark = digits[last] ?? ''
  if (new Set(marks).size === 2) return mark
  if (marks.length > 1) return mark === '.' ? ',' : '.'
  const isLikeGrouping = /^\d{1,3}[.,]\d{3}$/.test(digits)
  return isLikeGrouping ? usual : mark
}
