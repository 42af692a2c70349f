import { marked, type Phrase } from '../layout/phrase'
import type { PaperKind } from '../paper'
import type { Random } from '../random'
import { type Country, getCountry, listCountriesOf } from '../words/countries'
import { getWords, labelsOf, type Words } from '../words/words'
import { type Day, formatDate, toDay, toIsoDate } from './dates'
import { makeDocumentNumber } from './document-numbers'
import { type Item, makeItems } from './items'
import { chooseMoneyStyle, formatAmount, type MoneyStyle } from './money'
import { makeCustomer, makeParty, makeSupplier, type Party } from './parties'
import { makeTotals, type Totals } from './totals'

/** One thing a paper says beside its sums; saying it again makes a new printing of it. */
export type Fact = { key: string; label: string; say: () => Phrase }

/** All that a business paper says, and nothing of where it stands. */
export type Content = {
  kind: PaperKind
  language: string
  words: Words
  country: Country
  countryCode: string
  money: MoneyStyle
  dateForm: string
  day: Day
  heading: string
  supplier: Party
  customer: Party
  shipTo: Party | null
  number: Fact | null
  date: Fact | null
  facts: Fact[]
  items: Item[]
  totals: Totals | null
}

export function makeContent(given: { random: Random; kind: PaperKind; language: string }): Content {
  const { random, kind, language } = given
  const words = getWords(language)
  const countryCode = random.pick(listCountriesOf(language))
  const country = withCurrency(getCountry(countryCode), random)
  const money = chooseMoneyStyle(random, country)
  const day = toDay(random.whole(2014, 2027), random.whole(1, 12), random.whole(1, 28))
  const customerCountry = random.chance(0.9) ? country : getCountry(random.pick(listCountriesOf('en')))
  const items = makeItems({
    random,
    words,
    count: random.weighted([
      [random.whole(1, 4), 6],
      [random.whole(5, 10), 3],
      [random.whole(11, 34), 1],
    ]),
    rates: random.chance(0.07) ? [0] : country.rates,
    decimals: money.decimals,
    prices: money.decimals === 0 ? { from: 300, to: 90_000 } : random.pick(priceRanges),
    withDiscounts: random.chance(0.12),
    long: random.chance(0.35),
  })
  const hasSums = kind === 'receipt' || kind === 'invoice' || kind === 'credit_note' || kind === 'quotation'
  const isNegative = kind === 'credit_note' && random.chance(0.55)
  const signed = isNegative ? items.map((item) => ({ ...item, amount: -item.amount })) : items
  const content: Content = {
    kind,
    language,
    words,
    country,
    countryCode,
    money,
    dateForm: random.pick(
      random.chance(0.03) ? [...(words.sentences.long_date ?? []), ...country.dates] : country.dates,
    ),
    day,
    heading: random.pick(words.headings[kind]),
    supplier: makeSupplier({ random, words, country }),
    customer: makeCustomer({ random, words, country: customerCountry, language }),
    shipTo: random.chance(0.2) ? makeParty({ random, words, country, isPerson: random.chance(0.2) }) : null,
    number: null,
    date: null,
    facts: [],
    items: kind === 'statement' ? toStatementItems({ random, words, items: signed, day }) : signed,
    totals:
      hasSums || random.chance(0.3)
        ? makeTotals({ random, words, country, money, items, sign: isNegative ? -1 : 1 })
        : null,
  }
  content.number = makeNumberFact(content, random)
  content.date = random.chance(0.95) ? makeDateFact({ content, random, key: 'date', day }) : null
  content.facts = makeFacts(content, random)
  return content
}

/** Some firms ask for money in another currency than their country's. */
function withCurrency(country: Country, random: Random): Country {
  if (!random.chance(0.05)) return country
  const currency = random.pick(['USD', 'EUR', 'GBP', 'CHF'])
  return { ...country, currency, signs: [currency], signPlace: ['before', 'after'] }
}

/** A statement lists the papers that are open. */
function toStatementItems(given: { random: Random; words: Words; items: Item[]; day: Day }): Item[] {
  const { random, words, items, day } = given
  return items.map((item) => {
    const number = makeDocumentNumber(random, day)
    return {
      ...item,
      description: `${random.pick(words.headings.invoice)} ${number}`,
      quantity: 1,
      unitPrice: item.amount,
    }
  })
}

const priceRanges = [
  { from: 0.4, to: 30 },
  { from: 3, to: 200 },
  { from: 20, to: 1500 },
  { from: 90, to: 12_000 },
] as const

const numberFields: { [kind in PaperKind]?: string } = {
  invoice: 'invoice_number',
  credit_note: 'invoice_number',
  receipt: 'receipt_number',
}

/** Only papers that ask for money have a number that is an invoice's. */
function makeNumberFact(content: Content, random: Random): Fact | null {
  if (content.kind === 'letter' || random.chance(0.05)) return null
  const number = makeDocumentNumber(random, content.day)
  const field = numberFields[content.kind]
  const key = content.kind === 'invoice' ? 'invoice_number' : `${content.kind}_number`
  const sign = random.chance(0.05) ? '#' : ''
  return {
    key: 'number',
    label: random.pick(labelsOf(content.words, key)),
    say: () => [sign, field === undefined ? number : marked(number, field)],
  }
}

export function makeDateFact(given: { content: Content; random: Random; key: string; day: Day }): Fact {
  const { content, random, key, day } = given
  const label = key === 'date' && random.chance(0.04) ? '' : random.pick(labelsOf(content.words, key))
  const text = formatDate(day, content.dateForm, content.words)
  const isTrue = trueDates.has(key)
  const time = key === 'date' && random.chance(0.04) ? ` ${random.whole(8, 19)}:${random.whole(10, 59)}` : ''
  return { key, label, say: () => [isTrue ? marked(text, key, toIsoDate(day)) : text, time] }
}

const trueDates = new Set(['date', 'due_date', 'order_date', 'delivery_date'])

function makeFacts(content: Content, random: Random): Fact[] {
  const { words, day, countryCode } = content
  const facts: (Fact | null)[] = []
  const addDate = (share: number, key: string, shift: number) => {
    if (random.chance(share)) facts.push(makeDateFact({ content, random, key, day: day + shift }))
  }
  const addText = (share: number, key: string, text: string, field?: string) => {
    if (!random.chance(share)) return
    facts.push({
      key,
      label: random.pick(labelsOf(words, key)),
      say: () => [field === undefined ? text : marked(text, field)],
    })
  }
  const asksForMoney = content.kind === 'invoice'
  addDate(asksForMoney ? 0.5 : 0.08, 'due_date', random.pick([0, 7, 10, 14, 15, 20, 30, 30, 30, 45, 60, 90]))
  addDate(0.16, 'order_date', -random.whole(2, 40))
  addDate(0.24, 'delivery_date', -random.whole(-6, 14))
  addDate(0.05, 'print_date', random.whole(0, 3))
  if (content.totals?.amountDue === 0) addDate(0.7, 'payment_date', random.whole(0, 2))
  addText(0.33, 'purchase_order', random.form(random.pick(orderForms)), 'purchase_order')
  addText(
    0.35,
    'customer_number',
    random.form(random.pick(['#####', 'C-####', '########', 'K##-###', '@@@###'])),
  )
  addText(0.18, 'order_number', random.form(random.pick(['#######', 'SO-#####', '##/####'])))
  addText(0.2, 'reference', random.form(random.pick(['@@-##', 'P-####', '@@@@ ##', '##.####'])))
  addText(0.2, 'contact', content.supplier.person)
  addText(
    0.25,
    'terms',
    random.pick(['30', '14', '30 net', '60', 'EXW', 'COD', '100 %', 'SEPA', 'DAP', 'Cash']),
  )
  addText(0.12, 'delivery_note_number', random.form(random.pick(['LS-#####', '######', 'DN####'])))
  if (random.chance(0.14)) facts.push(makeCurrencyFact(content, random))
  if (random.chance(0.12)) facts.push(makePeriodFact(content, random))
  if (countryCode !== 'US' && content.customer.taxId && random.chance(0.15))
    facts.push(makeBuyerTaxFact(content))
  return random.shuffled(facts.filter((fact) => fact !== null))
}

const orderForms = [
  'PO-#####',
  '######',
  '45########',
  'PO ####/##',
  '@@-####-##',
  '####',
  '@###-##',
  '7000######',
] as const

function makeCurrencyFact({ words, country }: Content, random: Random): Fact {
  return {
    key: 'currency',
    label: random.pick(labelsOf(words, 'currency')),
    say: () => [marked(country.currency, 'currency')],
  }
}

function makePeriodFact({ words, day, dateForm }: Content, random: Random): Fact {
  const from = formatDate(day - random.whole(28, 40), dateForm, words)
  const to = formatDate(day - random.whole(0, 8), dateForm, words)
  return { key: 'period', label: random.pick(labelsOf(words, 'period')), say: () => [`${from} - ${to}`] }
}

function makeBuyerTaxFact({ customer }: Content): Fact | null {
  const taxId = customer.taxId
  return taxId && { key: 'buyer_tax', label: taxId.label, say: () => [taxId.id] }
}

/** An amount with its currency sign as the paper writes it; beside the total the sign says the currency. */
export function sayMoney(
  value: number,
  content: { money: MoneyStyle; country: Country },
  how: { fields?: string[]; row?: number; withSign?: boolean; decimals?: number } = {},
): Phrase {
  const { money, country } = content
  const { fields = [], row, withSign = false, decimals } = how
  const text = formatAmount(value, money, decimals)
  const marks = fields.map((field) => ({ field, value, ...(row !== undefined && { row }) }))
  const amount = marks.length > 0 ? { text, marks } : text
  if (!withSign || money.place === 'none') return [amount]
  const sign = fields.includes('total') ? marked(money.sign, 'currency', country.currency) : money.sign
  return money.place === 'before' ? [sign, money.gap, amount] : [amount, money.gap, sign]
}
