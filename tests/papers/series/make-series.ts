import { type Content, type Fact, makeContent, makeDateFact } from '../content/content'
import { type Day, toDay, toIsoDate } from '../content/dates'
import { makeItems } from '../content/items'
import { makeTotals } from '../content/totals'
import { layOutBusinessPaper } from '../layout/business-layout'
import { marked } from '../layout/phrase'
import type { Paper } from '../paper'
import { createRandom, type Random } from '../random'
import { chooseLanguage, labelsOf } from '../words/words'
import { chooseTraits, type Oddity, type Traits } from './supplier-traits'

export type Series = {
  papers: Paper[]
  traits: Traits
  /** What people call the supplier. */
  supplier: string
}

type Wanted = { seed: number; count: number; oddity: Oddity }

/** Invoices of one supplier: one form, labels and way to write; other days, numbers, items and sums on each. */
export function makeSeries({ seed, count, oddity }: Wanted): Series {
  const random = createRandom(seed)
  const traits = chooseTraits({ random, oddity })
  const base = makeBase(random)
  const supplier =
    oddity === 'other name' ? otherName({ name: base.supplier.name, random }) : base.supplier.name
  const papers = Array.from({ length: count }, (_, at) => makeOne({ seed, at, base, traits, supplier }))
  return { papers, traits, supplier }
}

/** What all its papers have; of firms that name themselves on their papers. */
function makeBase(random: Random): Content {
  for (;;) {
    const content = makeContent({ random, kind: 'invoice', language: chooseLanguage(random) })
    if (content.supplier.name !== '' && content.number && content.date && content.totals) return content
  }
}

/** As the books call it: the first word, and a town. */
function otherName({ name, random }: { name: string; random: Random }): string {
  return `${name.split(/\s+/)[0]} ${random.pick(['Group', 'Central', 'Norte', '(1)'])}`
}

type One = { seed: number; at: number; base: Content; traits: Traits; supplier: string }

function makeOne({ seed, at, base, traits, supplier }: One): Paper {
  const random = createRandom(seed * 1009 + at * 17 + 1)
  const day = toDay(2026, random.whole(1, 12), random.whole(1, 28))
  const items = makeItems({
    random,
    words: base.words,
    count: random.whole(traits.items.from, traits.items.to),
    rates: base.country.rates,
    decimals: base.money.decimals,
    prices: base.money.decimals === 0 ? { from: 300, to: 90_000 } : { from: 3, to: 900 },
    withDiscounts: false,
    long: false,
  })
  // By the supplier's seed: the labels and lines of its sums are those of its form.
  const { words, country, money } = base
  const totals = makeTotals({ random: createRandom(seed), words, country, money, items, sign: 1 })
  for (const line of totals.lines)
    if (line.fields.includes('total') && traits.labels.total) line.label = traits.labels.total
  const content: Content = {
    ...base,
    day,
    dateForm: traits.oddity === 'odd dates' ? oddForm(base) : base.dateForm,
    items,
    totals,
    ...(traits.oddity === 'logo' && { supplier: { ...base.supplier, name: '', brand: null } }),
  }
  content.number = numberFact({ base, traits, random, day })
  content.date = dateFact({ content, traits, key: 'date', day })
  content.facts = factsOf({ content, traits, random, day })
  const sheet = layOutBusinessPaper({ random: createRandom(seed + 7), content })
  const { truth, lineItems } = sheet.findTruth()
  return {
    id: `series-${seed}-${at}`,
    kind: 'invoice',
    language: base.language,
    country: base.countryCode,
    currency: country.currency,
    pages: sheet.pages,
    truth: nameIssuer({ truth, traits, supplier }),
    lineItems,
    group: base.supplier.name,
  }
}

function nameIssuer({
  truth,
  traits,
  supplier,
}: { truth: Paper['truth'] } & Pick<One, 'traits' | 'supplier'>) {
  if (traits.oddity !== 'logo' && traits.oddity !== 'other name') return truth
  return { ...truth, supplier: { value: supplier, occurrences: [] } }
}

/** Figures in the order that the country does not use. */
function oddForm({ country }: Content): string {
  return country.dates.some((form) => /^\{mm?\}[/.-]/.test(form)) ? '{dd}/{mm}/{yyyy}' : '{mm}/{dd}/{yyyy}'
}

type Numbered = { base: Content; traits: Traits; random: Random; day: Day }

function numberFact({ base, traits, random, day }: Numbered): Fact {
  const [year = ''] = toIsoDate(day).split('-')
  const number = random
    .form(traits.numberForm.replace('{yyyy}', '{a}').replace('{yy}', '{b}'))
    .replace('{a}', year)
    .replace('{b}', year.slice(2))
  return {
    key: 'number',
    label: traits.labels.number ?? base.number?.label ?? '',
    say: () => [marked(number, 'invoice_number')],
  }
}

type Dated = { content: Content; traits: Traits; key: string; day: Day }

function dateFact({ content, traits, key, day }: Dated): Fact {
  const random = createRandom(content.supplier.phone.length + key.length)
  const fact = makeDateFact({ content, random, key, day })
  const label = key === 'date' ? content.date?.label : labelsOf(content.words, key)[0]
  return { ...fact, label: traits.labels[key] ?? label ?? fact.label }
}

function factsOf({ content, traits, random, day }: { content: Content } & Omit<Numbered, 'base'>): Fact[] {
  const due = traits.hasDue ? [dateFact({ content, traits, key: 'due_date', day: day + traits.dueDays })] : []
  const order = random.form(traits.orderForm)
  const orders = traits.hasOrder
    ? [
        {
          key: 'purchase_order',
          label: traits.labels.purchase_order ?? labelsOf(content.words, 'purchase_order')[0] ?? '',
          say: () => [marked(order, 'purchase_order')],
        },
      ]
    : []
  const customer = {
    key: 'customer_number',
    label: labelsOf(content.words, 'customer_number')[0] ?? '',
    say: () => [String(100_000 + (content.supplier.name.length + traits.dueDays) * 37)],
  }
  return [...due, ...orders, customer]
}
