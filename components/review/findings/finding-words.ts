import { partMark } from '@/components/ui/sentence'
import type { Breach } from '@/lib/documents/findings/breaches'
import type { Formatter } from '@/lib/format'
import type { Translate } from '@/lib/i18n/translate-messages'

/** One figure of a sentence, which leads to its value. */
export type Term = { name: string; path: string; text: string }

type Told = {
  breach: Breach
  /** That of the document; null where it names none. */
  currency: string | null
  t: Translate
  format: Formatter
}

/** ISO 4217's code where no currency is meant: figures have two decimals. */
const anyCurrency = 'XXX'

/** A broken rule with its figures, as `1,420.00 + 269.80 ≠ 1,589.80 (difference −100.00)`; figures are marks in `text`. */
export function breachWords({ breach, currency, t, format }: Told): { text: string; terms: Term[] } {
  const { code, left, right, difference } = breach
  const isBroken = [...left, right].some(({ value }) => typeof value === 'number' && !Number.isInteger(value))
  const decimalsOf = currency ?? (isBroken ? anyCurrency : null)
  const shown = (value: number | string) =>
    typeof value === 'string'
      ? format.day(value)
      : format.figure({ amount: Math.abs(value), currency: decimalsOf })
  const terms = [...left, right].map(({ path, value }, at): Term => {
    const isQuantity = code === 'row.mismatch' && at === 0
    const text = isQuantity ? format.number(Number(value)) : shown(value)
    return {
      name: `figure${at}`,
      path,
      text: signOf({ value, isFirst: at === 0 || at === left.length }) + text,
    }
  })
  const words = {
    left: terms.slice(0, -1).reduce((sum, { name }, at) => {
      const sign = code === 'row.mismatch' ? ' × ' : isLess(left[at]?.value) ? ' − ' : ' + '
      return at === 0 ? partMark(name) : `${sum}${sign}${partMark(name)}`
    }, ''),
    right: partMark(terms.at(-1)?.name ?? ''),
    difference: signOf({ value: difference ?? 0, isFirst: true }) + shown(difference ?? 0),
  }
  return { text: t(keys[code], words), terms }
}

const keys = {
  'totals.mismatch': 'review.breach.sum',
  'row.mismatch': 'review.breach.sum',
  'lines.mismatch': 'review.breach.lines',
  'due_date.early': 'review.breach.days',
} as const

/** The sign of a figure that stands alone; within a sum it stands between the figures. */
const signOf = ({ value, isFirst }: { value: number | string; isFirst: boolean }) =>
  isFirst && isLess(value) ? '−' : ''
const isLess = (value: number | string | undefined) => typeof value === 'number' && value < 0
