import type { Layout } from '../layout/layout'
import type { DecimalMark } from './amounts'
import { findCountryHints } from './countries'
import type { DateOrder } from './dates'
import { findDates } from './dates'

/** What the document as a whole says about how its figures and dates are to be read. */
export type ReadingContext = {
  decimalMark: DecimalMark
  dateOrder: DateOrder
  /** ISO 3166 codes of countries that the document speaks of. */
  countries: Set<string>
}

export function concludeContext(layout: Layout): ReadingContext {
  const text = layout.lines.map((line) => line.text).join('\n')
  const countries = findCountryHints(text)
  return {
    decimalMark: concludeDecimalMark(text),
    dateOrder: concludeDateOrder({ text, countries }),
    countries,
  }
}

/** The mark before two last digits, by majority, where no other stands before it (dates, codes); without any, what stands before three digits groups thousands. */
function concludeDecimalMark(text: string): DecimalMark {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  // A group of thousands never follows a lone 0.
  const commas = count(/(?<!,\d*)\d,\d{2}(?![\d,.])/g) + count(/(?<![\d.,])0,\d{3}(?![\d,.])/g)
  const points = count(/(?<!\.\d*)\d\.\d{2}(?![\d,.])/g) + count(/(?<![\d.,])0\.\d{3}(?![\d,.])/g)
  const byPoints = count(/(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,])/g)
  const byCommas = count(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,])/g)
  return commas > points || (points === 0 && byPoints > byCommas) ? ',' : '.'
}

/** Dates that leave no choice decide for the others; else the country does. */
function concludeDateOrder({ text, countries }: { text: string; countries: Set<string> }): DateOrder {
  const evidence = { 'day-first': 0, 'month-first': 0 }
  for (const match of text.matchAll(/(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?!\d)/g)) {
    const [first, second] = [Number(match[1]), Number(match[2])]
    if (first > 12 && second <= 12) evidence['day-first'] += 1
    if (second > 12 && first <= 12) evidence['month-first'] += 1
  }
  if (evidence['day-first'] !== evidence['month-first']) {
    return evidence['month-first'] > evidence['day-first'] ? 'month-first' : 'day-first'
  }
  if (countries.has('US')) return countries.size <= 2 ? 'month-first' : 'day-first'
  const isDollarOnly =
    countries.size === 0 && /\$\s?\d/.test(text) && findDates({ text, order: 'month-first' }).length > 0
  return isDollarOnly ? 'month-first' : 'day-first'
}
