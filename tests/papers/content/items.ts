import type { Random } from '../random'
import type { Words } from '../words/words'
import { roundTo } from './money'

export type Item = {
  description: string
  code: string
  quantity: number
  unit: string
  unitPrice: number
  rate: number
  /** Per cent off this line. */
  discount: number
  amount: number
  /** A second line below the description that is no part of it. */
  note: string
}

export function makeItems(given: {
  random: Random
  words: Words
  count: number
  rates: number[]
  decimals: number
  prices: { from: number; to: number }
  withDiscounts: boolean
  long: boolean
}): Item[] {
  const { random, words, rates, decimals } = given
  const ofServices = random.chance(0.35)
  const second = random.chance(0.3) ? (rates[1] ?? rates[0] ?? 0) : (rates[0] ?? 0)
  const codeForm = random.pick([
    '####',
    '@@-###',
    '#######',
    '@##-@##',
    '############',
    '@@####',
    '##.###.##',
  ])
  const noteForm = random.weighted([
    ['', 12],
    [
      random.pick([
        'S/N ########',
        '01.03.2026 - 31.03.2026',
        '12/06/2026 - 18/06/2026',
        'EAN #############',
        '(##.##%)',
        'LOT ####',
        'HS ####.##',
      ]),
      1,
    ],
  ])
  return Array.from({ length: given.count }, () => {
    const quantity = makeQuantity(random, ofServices)
    const unitPrice = makePrice(random, given.prices, decimals)
    const discount = given.withDiscounts && random.chance(0.5) ? random.pick([5, 10, 15, 20]) : 0
    return {
      description: describe({ random, words, ofServices, long: given.long }),
      code: random.form(codeForm),
      quantity,
      unit: random.pick(words.units),
      unitPrice,
      rate: random.chance(0.7) ? (rates[0] ?? 0) : second,
      discount,
      amount: roundTo(quantity * unitPrice * (1 - discount / 100), decimals),
      note: noteForm === '' ? '' : random.form(noteForm),
    }
  })
}

function makeQuantity(random: Random, ofServices: boolean): number {
  if (ofServices && random.chance(0.3)) return random.whole(1, 60) / 4
  return random.weighted([
    [1, 4],
    [random.whole(2, 12), 5],
    [random.whole(13, 250), 1],
    [random.whole(100, 4000) / 1000, 0.3],
  ])
}

function makePrice(random: Random, { from, to }: { from: number; to: number }, decimals: number): number {
  const price = from * (to / from) ** random.next()
  const ending = random.pick([1, 0.5, 0.01, 0.1, 0.05])
  return Math.max(roundTo(Math.round(price / ending) * ending, decimals), decimals === 0 ? 1 : ending)
}

function describe(given: { random: Random; words: Words; ofServices: boolean; long: boolean }): string {
  const { random, words } = given
  const base = random.pick(given.ofServices ? words.services : words.products)
  const detail = random.weighted([
    ['', 4],
    [random.form(random.pick(['@@-##', '@###', '##x##', '###ML', '#,#', 'Nr. ##', 'Typ @#', '(##)'])), 3],
    [random.pick(words.trades), given.ofServices ? 1 : 0],
    [`/ ${random.pick(words.products)}`, given.long ? 3 : 0],
    [
      `, ${random.pick(words.services)} ${random.form('@@ ##/##')}, ${random.pick(words.products)}`,
      given.long ? 3 : 0,
    ],
  ])
  return detail === '' ? base : detail.startsWith(',') ? `${base}${detail}` : `${base} ${detail}`
}
