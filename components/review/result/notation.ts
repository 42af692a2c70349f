import type { ResultValue } from './result-tree'

/** How numbers and days are written, where they can be read two ways; null where that is not known. */
export type Notation = { decimal: '.' | ',' | null; isDayFirst: boolean | null }

/** How a paper writes them, as far as the values show that were read from it with what is printed. */
export function notationOf(values: ResultValue[]): Notation {
  const notation: Notation = { decimal: null, isDayFirst: null }
  for (const { value, correction, evidence } of values) {
    if (!evidence?.text || correction) continue
    if (typeof value === 'number') notation.decimal ??= decimalIn({ text: evidence.text, value })
    if (typeof value === 'string') notation.isDayFirst ??= isDayFirstIn({ text: evidence.text, day: value })
  }
  return notation
}

/** Told by what stands before two figures at the end, or before three that are whole. */
function decimalIn({ text, value }: { text: string; value: number }): Notation['decimal'] {
  const [, mark, tail = ''] = /\d([.,])(\d{1,3})\D*$/.exec(text) ?? []
  if (mark !== '.' && mark !== ',') return null
  const cents = Math.round(Math.abs(value) * 10 ** tail.length) % 10 ** tail.length
  if (tail.length < 3) return cents === Number(tail) ? mark : null
  if (!Number.isInteger(value)) return cents === Number(tail) ? mark : null
  return Math.abs(value) % 1000 === Number(tail) ? (mark === '.' ? ',' : '.') : null
}

function isDayFirstIn({ text, day }: { text: string; day: string }): boolean | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const [, one, other] = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)/.exec(text) ?? []
  if (!year || month === date || !one || !other) return null
  if (Number(one) === Number(date) && Number(other) === Number(month)) return true
  return Number(one) === Number(month) && Number(other) === Number(date) ? false : null
}

type ReadersNotation = { decimal: string; isDayFirst: boolean }

/** Asked for with each word of a page and each cell of a table: what `Intl` says of a locale is asked of it once. */
const known = new Map<string, ReadersNotation>()

/** How the reader writes them. */
export function readersNotation(locale: string): ReadersNotation {
  const notation = known.get(locale) ?? notationIn(locale)
  known.set(locale, notation)
  return notation
}

function notationIn(locale: string): ReadersNotation {
  const number = new Intl.NumberFormat(locale).formatToParts(1.5)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).formatToParts(0)
  const order = day.map(({ type }) => type)
  return {
    decimal: number.find(({ type }) => type === 'decimal')?.value ?? '.',
    isDayFirst: order.indexOf('day') < order.indexOf('month'),
  }
}
