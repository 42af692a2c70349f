import knowledge from '@/engine/knowledge/currencies.json'
import { currencyCodes } from './currency'

export type DecimalMark = '.' | ','

export type ParsedNumber = {
  value: number
  /** Digits printed after the decimal mark. */
  decimals: number
  /** Whether thousands were marked, which only money is. */
  isGrouped: boolean
}

/** South Africa's R, which is a letter of other words elsewhere: only before a figure with cents. */
const rand = 'R(?=\\s?\\d[\\d ]*[.,]\\d{2}(?!\\d))'

/** Anything that stands for money beside a figure: symbols, then codes and local abbreviations. */
export const currencyMark = `(?:${knowledge.printed.join('|')}|${rand}|${currencyCodes.join('|')})`

/** What is longer is no figure, and would take its length times itself to find out. */
const bounded = '(?=[^]{1,200}$)'

const amountPattern = new RegExp(
  `^${bounded}(?<open>\\()?(?<sign>[-–−+])?\\s*(?:${currencyMark})?\\s*(?<sign2>[-–−+])?\\s*(?<digits>\\d[\\d.,'’ \\u00a0]*?)(?:[.,][-–—]{1,2}(?=$|\\s))?\\s*(?<after>[-–−])?\\s*(?:${currencyMark})?(?<close>\\))?$`,
)

/**
 * A figure with either decimal mark: `1,234.56`, `1.589,80`, `7,08,000.00`, `3'949.75`, `RM 8.60`, `(20,48)`, `20.48-`.
 * @param decimalMark what the rest of the document uses, for figures like `1.200` that leave it open
 * @returns null when the text is not one figure
 */
export function parseAmount({
  text,
  decimalMark = '.',
}: {
  text: string
  decimalMark?: DecimalMark | undefined
}): ParsedNumber | null {
  const groups = amountPattern.exec(text.trim())?.groups
  const digits = groups?.digits
  if (!groups || digits === undefined) return null
  const parsed = parseDigits({ digits: digits.trim(), decimalMark })
  if (!parsed) return null
  const isNegative =
    isMinus(groups.sign) ||
    isMinus(groups.sign2) ||
    isMinus(groups.after) ||
    (groups.open !== undefined && groups.close !== undefined)
  return isNegative ? { ...parsed, value: -parsed.value } : parsed
}

function isMinus(sign: string | undefined): boolean {
  return sign !== undefined && sign !== '+'
}

function parseDigits({
  digits,
  decimalMark,
}: {
  digits: string
  decimalMark: DecimalMark
}): ParsedNumber | null {
  const plain = digits.replace(/['’ \u00a0]/g, '')
  const isSpaced = plain !== digits
  if (isSpaced && !/^\d{1,3}(?:['’ \u00a0]\d{3})+(?:[.,]\d{1,4})?$/.test(digits)) return null
  const mark = findDecimalMark({ plain, decimalMark })
  const at = mark ? plain.lastIndexOf(mark) : plain.length
  const whole = plain.slice(0, at)
  const fraction = plain.slice(at + 1)
  if (!isWholeNumber(whole) || !/^\d*$/.test(fraction)) return null
  return {
    value: Number(`${whole.replace(/[.,]/g, '')}.${fraction || '0'}`),
    decimals: fraction.length,
    isGrouped: isSpaced || /[.,]/.test(whole),
  }
}

/** Plain digits, or groups of three, or the Indian groups of two before a last three. */
function isWholeNumber(text: string): boolean {
  return (
    /^\d+$/.test(text) || (/^\d{1,3}(?:([.,])\d{2,3}(?:\1\d{2,3})*)?$/.test(text) && /[.,]\d{3}$/.test(text))
  )
}

/** The mark that splits off the fraction, or null when every mark groups thousands. */
function findDecimalMark({
  plain,
  decimalMark,
}: {
  plain: string
  decimalMark: DecimalMark
}): DecimalMark | null {
  const lastDot = plain.lastIndexOf('.')
  const lastComma = plain.lastIndexOf(',')
  if (lastDot < 0 && lastComma < 0) return null
  if (lastDot >= 0 && lastComma >= 0) return lastDot > lastComma ? '.' : ','
  const mark = lastDot >= 0 ? '.' : ','
  const occurrences = plain.split(mark).length - 1
  if (occurrences > 1) return null
  const after = plain.length - 1 - plain.lastIndexOf(mark)
  if (after !== 3) return mark
  return mark === decimalMark || plain.startsWith('0') ? mark : null
}
