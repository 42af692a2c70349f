import type { Random } from '../random'
import type { Country } from '../words/countries'
import { labelsOf, type Words } from '../words/words'
import type { Item } from './items'
import { formatNumber, type MoneyStyle, roundTo } from './money'

/** A line of the sums: what it is called, and as which fields its amount is true. */
export type SumLine = { label: string; value: number; fields: string[]; isStrong: boolean }

export type TaxRow = { rate: string; base: number; tax: number; gross: number }

export type Totals = {
  lines: SumLine[]
  taxRows: TaxRow[]
  total: number
  amountDue: number
  taxName: string
}

type Given = {
  random: Random
  words: Words
  country: Country
  money: MoneyStyle
  items: Item[]
  /** −1 where a credit is printed with minus. */
  sign: 1 | -1
}

/** Sums as the paper prints them; what is rounded on paper is rounded here. */
export function makeTotals(given: Given): Totals {
  const { random, country, money, items } = given
  const name = random.pick(country.taxNames)
  const pricesHoldTax = random.chance(0.12)
  const round = (value: number) => roundTo(value, money.decimals)
  const sum = round(items.reduce((total, item) => total + item.amount, 0))
  const discount =
    !pricesHoldTax && random.chance(0.2) ? round((sum * random.pick([2, 3, 5, 10, 15])) / 100) : 0
  const shipping =
    !pricesHoldTax && random.chance(0.22) ? round(random.pick([4.9, 6.95, 12.5, 25, 48, 95])) : 0
  const taxRows = makeTaxRows({ ...given, sum, discount, shipping, pricesHoldTax })
  const tax = round(taxRows.reduce((total, row) => total + row.tax, 0))
  const total = pricesHoldTax ? sum : round(sum - discount + shipping + tax)
  const manner = random.weighted(settlements)
  const say = createSay({ ...given, name, duesFollow: manner !== 'none' })
  const lines = pricesHoldTax
    ? sayInclusive({ given, say, sum, tax, taxRows })
    : sayExclusive({ given, say, sum, discount, shipping, tax, taxRows })
  const [first] = lines
  const hasBalance = manner === 'balance' || manner === 'account'
  if (hasBalance && first?.fields.includes('subtotal') && random.chance(0.5)) {
    first.label = say('current_charges', 0, []).label
  }
  const settled = settle({ given, say, manner, total, base: round(sum - discount + shipping) })
  return { lines: [...lines, ...settled.lines], taxRows, total, amountDue: settled.amountDue, taxName: name }
}

type Say = (
  label: string,
  value: number,
  fields: string[],
  more?: { rate?: string; isStrong?: boolean },
) => SumLine

/** Where a line of what is to be paid follows, the total is not called so; else its line says both. */
function createSay(given: Given & { name: string; duesFollow: boolean }): Say {
  const currency = given.random.chance(0.7) ? given.money.sign : given.country.currency
  const chosen = new Map<string, string>()
  return (label, value, fields, { rate = '', isStrong = false } = {}) => {
    const labels = labelsOf(given.words, label)
    const usable =
      label === 'total' && given.duesFollow ? labels.filter((each) => !saysDue(given.words, each)) : labels
    const known = chosen.get(label) ?? given.random.pick(usable)
    chosen.set(label, known)
    const form = rate !== '' && label === 'tax' && !known.includes('{rate}') ? `${known} {rate}` : known
    const text = form
      .replace('{tax}', given.name)
      .replace('{rate}', rate)
      .replace('{currency}', currency || given.country.currency)
      .replace(/\(\)|@ ?$| at $/g, '')
      .replace(/ {2,}/g, ' ')
      .trim()
    const isDue = label === 'total' && saysDue(given.words, known)
    const allFields = isDue ? [...fields, 'amount_due'] : fields
    return { label: text, value: value * given.sign || 0, fields: allFields, isStrong }
  }
}

export function saysDue(words: Words, label: string): boolean {
  return labelsOf(words, 'amount_due').some((each) => each.toLowerCase() === label.toLowerCase())
}

function makeTaxRows(
  given: Given & { sum: number; discount: number; shipping: number; pricesHoldTax: boolean },
) {
  const { items, money, sum, discount, shipping, pricesHoldTax, country } = given
  const bases = new Map<number, number>()
  for (const { rate, amount } of items) bases.set(rate, (bases.get(rate) ?? 0) + amount)
  const main = country.rates[0] ?? 0
  if (shipping !== 0) bases.set(main, (bases.get(main) ?? 0) + shipping)
  const rateSpace = given.random.chance(0.5) ? ' ' : ''
  let left = discount
  const entries = [...bases].sort(([a], [b]) => b - a)
  return entries.map(([rate, amount], index): TaxRow => {
    const share = index === entries.length - 1 ? left : roundTo((discount * amount) / sum, money.decimals)
    left = roundTo(left - share, money.decimals)
    const taxed = roundTo(amount - share, money.decimals)
    const tax = roundTo(pricesHoldTax ? (taxed * rate) / (100 + rate) : (taxed * rate) / 100, money.decimals)
    return {
      rate: `${formatNumber(rate, money)}${rateSpace}%`,
      base: pricesHoldTax ? roundTo(taxed - tax, money.decimals) : taxed,
      tax,
      gross: pricesHoldTax ? taxed : roundTo(taxed + tax, money.decimals),
    }
  })
}

function sayInclusive(given: {
  given: Given
  say: Say
  sum: number
  tax: number
  taxRows: TaxRow[]
}): SumLine[] {
  const { say, sum, tax, taxRows } = given
  const { random, money } = given.given
  const rate = taxRows.length === 1 ? (taxRows[0]?.rate ?? '') : ''
  const net = roundTo(sum - tax, money.decimals)
  const total = say('total', sum, ['total'], { isStrong: true })
  const included = say('tax_included', tax, ['tax'], { rate })
  return random.weighted([
    [[total, included], 3],
    [[say('subtotal', net, ['subtotal']), say('tax', tax, ['tax'], { rate }), total], 2],
    [[total], 1],
  ])
}

function sayExclusive(given: {
  given: Given
  say: Say
  sum: number
  discount: number
  shipping: number
  tax: number
  taxRows: TaxRow[]
}): SumLine[] {
  const { say, sum, discount, shipping, tax, taxRows } = given
  const { random, money } = given.given
  const net = roundTo(sum - discount + shipping, money.decimals)
  const total = roundTo(net + tax, money.decimals)
  const isSplit = taxRows.length > 1
  const lines: SumLine[] = []
  const onlyTotal = discount === 0 && shipping === 0 && random.chance(0.08)
  if (!onlyTotal) lines.push(say('subtotal', sum, ['subtotal']))
  if (discount !== 0) lines.push(say('discount', random.chance(0.6) ? -discount : discount, ['discount']))
  if (shipping !== 0) lines.push(say('shipping', shipping, ['shipping']))
  if (net !== sum && random.chance(0.5)) lines.push(say('net_after_discount', net, []))
  const eachRate = isSplit && random.chance(0.6)
  if (eachRate) for (const row of taxRows) lines.push(say('tax', row.tax, [], { rate: row.rate }))
  else if (tax !== 0 || random.chance(0.6))
    lines.push(say('tax', tax, ['tax'], { rate: isSplit ? '' : (taxRows[0]?.rate ?? '') }))
  lines.push(say('total', total, ['total'], { isStrong: true }))
  return lines
}

/** What follows the total: withheld tax, payments, an older balance, and what is to be paid. */
function settle(given: { given: Given; say: Say; manner: Settlement; total: number; base: number }): {
  lines: SumLine[]
  amountDue: number
} {
  const { say, manner, total, base } = given
  const { random, money } = given.given
  const round = (value: number) => roundTo(value, money.decimals)
  const due = (value: number) => say('amount_due', value, ['amount_due'], { isStrong: true })
  if (manner === 'paid in part') {
    const paid = round(total * random.pick([0.1, 0.25, 0.3, 0.5]))
    return {
      lines: [say('paid', random.chance(0.6) ? -paid : paid, ['paid']), due(round(total - paid))],
      amountDue: round(total - paid),
    }
  }
  if (manner === 'paid') return { lines: [say('paid', total, ['paid']), due(0)], amountDue: 0 }
  if (manner === 'balance') {
    const balance = round(total * random.pick([0.2, 0.7, 1.3]) + 3.17)
    const all = round(total + balance)
    return { lines: [say('previous_balance', balance, ['previous_balance']), due(all)], amountDue: all }
  }
  if (manner === 'account') {
    const balance = round(total * random.pick([0.4, 0.9, 1.1]) + 2.4)
    const before = [say('previous_balance', balance, ['previous_balance']), say('paid', -balance, ['paid'])]
    return { lines: [...before, due(total)], amountDue: total }
  }
  if (manner === 'withheld') {
    const withheld = round(base * 0.15)
    const left = round(total - withheld)
    return { lines: [say('withheld', -withheld, [], { rate: '15 %' }), due(left)], amountDue: left }
  }
  if (manner === 'repeated') return { lines: [due(total)], amountDue: total }
  return { lines: [], amountDue: total }
}

const settlements = [
  ['none', 62],
  ['repeated', 12],
  ['paid in part', 10],
  ['paid', 5],
  ['balance', 7],
  ['withheld', 4],
  ['account', 3],
] as const

type Settlement = (typeof settlements)[number][0]
