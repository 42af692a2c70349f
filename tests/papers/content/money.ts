import type { Random } from '../random'
import type { Country } from '../words/countries'

export type MoneyStyle = {
  decimal: string
  group: string
  /** 7,08,000.00: pairs before the last three. */
  indian: boolean
  decimals: number
  sign: string
  place: 'before' | 'after' | 'none'
  gap: string
  negative: 'before' | 'after' | 'brackets' | 'CR'
}

export function chooseMoneyStyle(random: Random, country: Country): MoneyStyle {
  const pattern = random.pick(country.numbers)
  const decimal = /(\D)\d\d$/.exec(pattern)?.[1] ?? ''
  const group = /\D(?=\d+\D)|\D(?=\d{3}$)/.exec(pattern)?.[0] ?? ''
  const sign = random.pick(country.signs)
  const place = wordSigns.has(sign) ? 'after' : random.pick(country.signPlace)
  return {
    decimal,
    group: random.chance(0.08) ? '' : group,
    indian: pattern.startsWith('12,34'),
    decimals: decimal === '' || random.chance(0.02) ? 0 : 2,
    sign,
    place: place === 'before' || place === 'after' ? place : 'none',
    gap: random.chance(place === 'after' ? 0.9 : 0.4) ? ' ' : '',
    negative: random.weighted([
      ['before', 8],
      ['after', 1],
      ['brackets', 1],
      ['CR', 1],
    ]),
  }
}

/** Written behind the amount wherever they are written. */
const wordSigns = new Set(['円', '元', '원', 'руб.', 'грн', 'грн.', 'лв.', 'zł', 'Kč', 'Ft', 'lei'])

export function roundTo(value: number, decimals: number): number {
  const unit = 10 ** decimals
  return Math.round(value * unit * (1 + Number.EPSILON * 4)) / unit
}

/** Digits and marks alone, without a currency sign. */
export function formatAmount(value: number, style: MoneyStyle, decimals = style.decimals): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = style.indian ? groupInPairs(whole, style.group) : groupInThrees(whole, style.group)
  const digits = fraction === '' ? grouped : `${grouped}${style.decimal || '.'}${fraction}`
  if (value >= 0) return digits
  if (style.negative === 'after') return `${digits}-`
  if (style.negative === 'brackets') return `(${digits})`
  return style.negative === 'CR' ? `${digits} CR` : `-${digits}`
}

function groupInThrees(whole: string, mark: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, mark)
}

function groupInPairs(whole: string, mark: string): string {
  return `${whole.slice(0, -3).replace(/\B(?=(\d{2})+$)/g, mark)}${whole.length > 3 ? mark : ''}${whole.slice(-3)}`
}

export function formatNumber(value: number, style: MoneyStyle): string {
  const decimals = Number.isInteger(value) ? 0 : value * 10 === Math.round(value * 10) ? 1 : 2
  const [whole = '0', fraction = ''] = value.toFixed(decimals).split('.')
  return fraction === '' ? whole : `${whole}${style.decimal === '' ? '.' : style.decimal}${fraction}`
}
