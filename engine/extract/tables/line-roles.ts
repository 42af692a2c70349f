import { type TextLine, wordsOf } from '../layout/layout'
import { textOf } from '../layout/word-text'
import { currencyMark } from '../values/money/amounts'
import { findAmounts } from '../values/money/amounts-in-words'
import { toTextKey } from '../vocabulary/text-key'
import { labelsOf } from '../vocabulary/vocabulary'

/** What a line is beside a row: the end of a table, a sum that rows may follow, or neither. */
export type LineRole = 'total' | 'subtotal' | 'carried' | null

const keysOf = (...concepts: string[]) => new Set(concepts.flatMap(labelsOf).map(toTextKey))
const totals = keysOf('total', 'receipt_total', 'amount_due', 'tax')
const payments = keysOf('cash', 'change', 'card', 'paid')
const subtotals = keysOf('subtotal', 'discount', 'shipping', 'rounding', 'tip')
/** Single words that begin the name of any sum: `Total excl. VAT`. */
const sumWords = new Set(
  ['total', 'subtotal']
    .flatMap(labelsOf)
    .filter((label) => /^\p{L}{4,}$/u.test(label))
    .map(toTextKey),
)
const carried = keysOf('carried_over')
const unit = new RegExp(`(?<![\\p{L}])${currencyMark}(?![\\p{L}])`, 'gu')

/** A line that sums up begins with the name of a sum. */
export function roleOf(line: TextLine): LineRole {
  const words = wordsOf(line)
  const [first, ...others] = findAmounts({ words })
  if (!first) return null
  const whole = line.text.replace(/[\d.,]+/g, '')
  const head = line.segments[0]?.text ?? ''
  const texts = [
    textOf(words.slice(0, first.start)),
    ...(/\d/.test(head) ? [] : [head]),
    ...(line.segments.length < 3 ? [whole] : []),
  ]
  if (keysOfTexts(texts).some((key) => carried.has(key))) return 'carried'
  const isShort = others.length === 0 || (line.segments[0]?.words.length ?? 0) < 3
  const leading = toTextKey(words[0]?.text ?? '')
  return roleOfTexts(texts) ?? (isShort && sumWords.has(leading) ? 'total' : null)
}

/** The name of a sum right before a last figure: lines with one figure alone are sums even when other text begins them. */
export function roleOfLastFigure(line: TextLine): LineRole {
  return roleOfTexts([line.segments.at(-2)?.text ?? ''])
}

/** Whether a line is about how a receipt was paid. */
export function isPayment(line: TextLine): boolean {
  return keysOfTexts([line.text]).some((key) => payments.has(key))
}

function roleOfTexts(texts: string[]): LineRole {
  const keys = keysOfTexts(texts)
  if (keys.some((key) => totals.has(key))) return 'total'
  return keys.some((key) => subtotals.has(key)) ? 'subtotal' : null
}

/** With and without what stands in brackets, shares and currencies. */
function keysOfTexts(texts: string[]): string[] {
  return texts
    .flatMap((text) => [text, text.replace(/\([^)]{0,99}\)|[-\d.,]+\s?%?/g, ' ').replace(unit, ' ')])
    .map(toTextKey)
    .filter((key) => key !== '')
}

/** `Packages: 4` below a table, behind a gap, is no row of it. */
export function isLabelled({ segments }: TextLine): boolean {
  return segments.some(({ words }) => words.slice(0, 4).some(({ text }) => /^:$|\p{L}:$/u.test(text)))
}
