import type { Layout, LayoutPage } from '../layout/layout'
import { findAll } from '../vocabulary/find-all'
import { memoizeByRef } from '../vocabulary/memoize-by-ref'
import { findCountryHints } from './countries'
import { type DateOrder, findDates } from './dates/dates'
import type { DecimalMark } from './money/amounts'

/** What the document as a whole says about how its figures and dates are to be read. */
export type ReadingContext = {
  decimalMark: DecimalMark
  dateOrder: DateOrder
  /** ISO 3166 codes of countries that the document speaks of. */
  countries: Set<string>
}

export function concludeContext({ pages }: Layout): ReadingContext {
  const signs = pages.map(signsOn)
  const countries = new Set(signs.flatMap((one) => [...one.countries]))
  const sum = (sign: keyof Counts) => signs.reduce((all, { counts }) => all + counts[sign], 0)
  const isCommaLast = sum('commas') > sum('points')
  const isCommaOnly = sum('points') === 0 && sum('groupedByPoints') > sum('groupedByCommas')
  const [dayFirst, monthFirst] = [sum('dayFirst'), sum('monthFirst')]
  const isMonthFirst = dayFirst === monthFirst ? isAmerican({ signs, countries }) : monthFirst > dayFirst
  return {
    decimalMark: isCommaLast || isCommaOnly ? ',' : '.',
    dateOrder: isMonthFirst ? 'month-first' : 'day-first',
    countries,
  }
}

type Signs = { text: string; countries: Set<string>; counts: Counts }
type Counts = ReturnType<typeof countMarks> & ReturnType<typeof countOrders>

const signsOn = memoizeByRef(({ lines }: LayoutPage): Signs => {
  const text = lines.map((line) => line.text).join('\n')
  return { text, countries: findCountryHints(text), counts: { ...countMarks(text), ...countOrders(text) } }
})

/**
 * The mark before two last digits, where no other stands before it (dates, codes), and what stands before three digits
 * and groups thousands. A group of thousands never follows a lone 0.
 */
function countMarks(text: string) {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return {
    commas: count(/(?<!,\d*)\d,\d{2}(?![\d,.])/g) + count(/(?<![\d.,])0,\d{3}(?![\d,.])/g),
    points: count(/(?<!\.\d*)\d\.\d{2}(?![\d,.])/g) + count(/(?<![\d.,])0\.\d{3}(?![\d,.])/g),
    groupedByPoints: count(/(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,])/g),
    groupedByCommas: count(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,])/g),
  }
}

const figuresOfDate = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?!\d)/g

/** Dates that leave no choice decide for the others. */
function countOrders(text: string) {
  const counts = { dayFirst: 0, monthFirst: 0 }
  for (const match of findAll({ pattern: figuresOfDate, text })) {
    const [first, second] = [Number(match[1]), Number(match[2])]
    if (first > 12 && second <= 12) counts.dayFirst += 1
    if (second > 12 && first <= 12) counts.monthFirst += 1
  }
  return counts
}

/** Where no date decides, the country does; bare dollars are American. */
function isAmerican({ signs, countries }: { signs: Signs[]; countries: Set<string> }): boolean {
  if (countries.size > 0) return countries.has('US') && countries.size <= 2
  return (
    signs.some(({ text }) => /\$\s?\d/.test(text)) &&
    signs.some(({ text }) => findDates({ text, order: 'month-first' }).length > 0)
  )
}
