import { marked, type Phrase } from '../layout/phrase'
import type { Random } from '../random'
import { type Country, getCountry, listCountriesOf } from '../words/countries'
import { getWords, labelsOf, type Words } from '../words/words'
import { formatDate, toDay, toIsoDate, twoDigits } from './dates'
import { makeDocumentNumber } from './document-numbers'
import { type Item, makeItems } from './items'
import { chooseMoneyStyle, type MoneyStyle, roundTo } from './money'
import { makeParty, makeSupplier, type Party } from './parties'
import { type SumLine, saysDue, type TaxRow } from './totals'

/** All that a till receipt says, and nothing of where it stands. */
export type ReceiptContent = {
  language: string
  words: Words
  country: Country
  countryCode: string
  money: MoneyStyle
  supplier: Party
  heading: string | null
  number: { label: string; say: () => Phrase } | null
  date: (() => Phrase) | null
  dateLabel: string
  time: (() => Phrase) | null
  printDate: string
  items: Item[]
  sums: SumLine[]
  payments: SumLine[]
  taxRows: TaxRow[]
  taxName: string
  customer: Party | null
}

export function makeReceiptContent(given: { random: Random; language: string }): ReceiptContent {
  const { random, language } = given
  const words = getWords(language)
  const codes = listCountriesOf(language)
  const countryCode = codes.includes('MY') && random.chance(0.3) ? 'MY' : random.pick(codes)
  const country = getCountry(countryCode)
  const money = chooseMoneyStyle(random, country)
  const day = toDay(random.whole(2014, 2027), random.whole(1, 12), random.whole(1, 28))
  const items = makeItems({
    random,
    words,
    count: random.weighted([
      [random.whole(1, 3), 5],
      [random.whole(4, 9), 3],
      [random.whole(10, 26), 1],
    ]),
    rates: country.rates,
    decimals: money.decimals,
    prices: money.decimals === 0 ? { from: 150, to: 15_000 } : { from: 0.5, to: random.pick([12, 40, 150]) },
    withDiscounts: false,
    long: random.chance(0.15),
  }).map((item) => toTillItem(item, money.decimals))
  const taxName = random.pick(country.taxNames)
  const dateForm = random.pick(country.dates)
  const number = random.chance(0.9) ? makeDocumentNumber(random, day, 'receipt') : null
  const time = makeTime(random)
  return {
    language,
    words,
    country,
    countryCode,
    money,
    supplier: makeSupplier({ random, words, country }),
    heading: random.chance(0.6) ? random.pick(words.headings.receipt).replace('{tax}', taxName) : null,
    number:
      number === null
        ? null
        : {
            label: random.pick(labelsOf(words, 'receipt_number')),
            say: () => [marked(number, 'receipt_number')],
          },
    date: random.chance(0.97)
      ? () => [marked(formatDate(day, dateForm, words), 'date', toIsoDate(day))]
      : null,
    dateLabel: random.pick(labelsOf(words, 'date')),
    time: random.chance(0.75) ? () => [marked(time.text, 'time', time.value)] : null,
    printDate: formatDate(day + random.whole(0, 1), dateForm, words),
    items,
    ...makeTillSums({ random, words, country, countryCode, money, items, taxName }),
    taxName,
    customer: random.chance(0.07)
      ? makeParty({ random, words, country, isPerson: random.chance(0.5) })
      : null,
  }
}

function toTillItem(item: Item, decimals: number): Item {
  const quantity = item.quantity > 24 || !Number.isInteger(item.quantity) ? 1 : item.quantity
  return { ...item, quantity, discount: 0, amount: roundTo(quantity * item.unitPrice, decimals) }
}

function makeTime(random: Random): { text: string; value: string } {
  const hour = random.whole(7, 22)
  const minute = twoDigits(random.whole(0, 59))
  const second = twoDigits(random.whole(0, 59))
  const value = `${twoDigits(hour)}:${minute}`
  const half = hour >= 12 ? 'PM' : 'AM'
  const twelve = hour > 12 ? hour - 12 : hour
  const text = random.pick([
    value,
    `${value}:${second}`,
    `${twelve}:${minute} ${half}`,
    `${twoDigits(twelve)}:${minute}${half}`,
    `${twelve}:${minute}:${second} ${half}`,
    value,
  ])
  return { text, value }
}

type Given = {
  random: Random
  words: Words
  country: Country
  countryCode: string
  money: MoneyStyle
  items: Item[]
  taxName: string
}

/** Sums of a till: prices with tax in them, or with tax put on at the end as in North America. */
function makeTillSums(given: Given): { sums: SumLine[]; payments: SumLine[]; taxRows: TaxRow[] } {
  const { random, country, countryCode, money, items } = given
  const round = (value: number) => roundTo(value, money.decimals)
  const say = createSay(given)
  const sum = round(items.reduce((total, item) => total + item.amount, 0))
  const rate = country.rates[0] ?? 0
  const addsTax = countryCode === 'US' || countryCode === 'CA' || random.chance(0.1)
  const net = addsTax ? sum : round((sum * 100) / (100 + rate))
  const tax = addsTax ? round((sum * rate) / 100) : round(sum - net)
  const gross = round(net + tax)
  const tip = random.chance(0.06) ? round(gross * 0.1) : 0
  const discount = !addsTax && tip === 0 && random.chance(0.08) ? round(sum * 0.1) : 0
  const before = round(gross + tip - discount)
  const rounds = roundsToFive.has(countryCode) && random.chance(0.6)
  const total = rounds ? round(Math.round(before * 20) / 20) : before
  const rateText = `${String(rate).replace('.', money.decimal === ',' ? ',' : '.')}%`
  const sums: SumLine[] = []
  if (random.chance(0.18)) sums.push(say('total_quantity', -1, []))
  if (addsTax || random.chance(0.35)) {
    const excluding = !addsTax && discount === 0 && random.chance(0.5)
    if (excluding) sums.push(say('total_excl_tax', net, ['subtotal']))
    else if (addsTax || discount !== 0 || tip !== 0 || random.chance(0.6))
      sums.push(say('subtotal', sum, ['subtotal']))
    if (discount !== 0) sums.push(say('discount', -discount, ['discount']))
    if (excluding || addsTax) sums.push(say('tax', tax, ['tax'], rateText))
  } else if (discount !== 0) sums.push(say('discount', -discount, ['discount']))
  if (tip !== 0) sums.push(say('tip', tip, ['tip']))
  if (rounds) {
    sums.push(say('total_before_rounding', before, []))
    sums.push(say('rounding', round(total - before), ['rounding']))
    sums.push({ ...say('total_after_rounding', total, ['total']), isStrong: true })
  } else sums.push({ ...say('total', total, ['total']), isStrong: true })
  if (random.chance(0.05)) sums.push(say('saving', round(sum * 0.07), []))
  const told = sums.some((line) => line.fields.includes('tax'))
  if (!told && discount === 0 && random.chance(0.3)) sums.push(say('tax_included', tax, ['tax'], rateText))
  return {
    sums,
    payments: makePayments({ ...given, say, total }),
    taxRows: discount === 0 && !addsTax ? [{ rate: rateText, base: net, tax, gross }] : [],
  }
}

const roundsToFive = new Set(['MY', 'AU', 'NZ', 'CH', 'SG', 'CA'])

type Say = (label: string, value: number, fields: string[], rate?: string) => SumLine

function createSay({ random, words, taxName, money, country }: Given): Say {
  const currency = random.chance(0.6) ? money.sign : country.currency
  return (label, value, fields, rate = '') => {
    const text = random
      .pick(labelsOf(words, label))
      .replace('{tax}', taxName)
      .replace('{rate}', rate)
      .replace('{currency}', currency)
      .replace(/\(\)|@ ?$| at $/g, '')
      .trim()
    const isDue = fields.includes('total') && saysDue(words, text)
    return { label: text, value, fields: isDue ? [...fields, 'amount_due'] : fields, isStrong: false }
  }
}

function makePayments(given: Given & { say: Say; total: number }): SumLine[] {
  const { random, money, say, total } = given
  const manner = random.weighted([
    ['cash', 6],
    ['exact', 1],
    ['card', 4],
    ['none', 1.5],
  ] as const)
  if (manner === 'none') return []
  if (manner === 'card') {
    const line = say('card', total, ['card'])
    const masked = random.chance(0.25)
      ? ` ${random.form(random.pick(['XXXX####', '************####', 'xx####']))}`
      : ''
    return [{ ...line, label: `${line.label}${masked}` }]
  }
  if (manner === 'exact') return [say('cash', total, ['cash']), say('change', 0, ['change'])]
  const notes = money.decimals === 0 ? [1000, 5000, 10_000, 20_000] : [1, 5, 10, 20, 50, 100]
  const note = random.pick([notes.at(-1) ?? 100, ...notes.filter((each) => each >= total / 8)])
  const handed = Math.ceil(total / note) * note
  return [say('cash', handed, ['cash']), say('change', roundTo(handed - total, money.decimals), ['change'])]
}
