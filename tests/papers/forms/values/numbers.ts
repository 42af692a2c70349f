import type { Office } from './office'

/** With the marks of the office's numbers, as `1.234,50`. */
export function writeNumber(value: number, decimals: number, office: Office): string {
  const digits = office.numberForm
  const decimalMark = /(\D)\d\d$/.exec(digits)?.[1] ?? '.'
  const groupMark = /^1\D/.test(digits) ? (digits[1] ?? '') : ''
  const [whole = '0', part] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, groupMark) : whole
  return `${value < 0 ? '-' : ''}${grouped}${part === undefined ? '' : decimalMark + part}`
}

/** Most numbers of life are small: drawn evenly by size. */
export function makeNumber(given: { office: Office; from: number; to: number; decimals: number }): number {
  const { office, from, to, decimals } = given
  const low = Math.max(from, 10 ** -decimals)
  const drawn =
    from < 0 || to / low < 20
      ? from + office.random.next() * (to - from)
      : Math.exp(Math.log(low) + office.random.next() * (Math.log(to) - Math.log(low)))
  return Number(drawn.toFixed(decimals))
}
