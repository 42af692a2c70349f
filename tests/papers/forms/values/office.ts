import { createRandom, type Random } from '../../random'
import { type Country, countryCodes, getCountry, listCountriesOf } from '../../words/countries'
import { foreignLanguages } from '../vocabulary/vocabulary'

/** Who prints the form, and the notation in which everything of it is written. */
export type Office = {
  random: Random
  language: string
  country: Country
  /** A language that stands beside the first in every label. */
  secondLanguage: string | null
  dateForm: string
  /** A number such as `1,234,567.89`, from which the marks are taken. */
  numberForm: string
  currency: string
  money: 'bare' | 'sign' | 'code' | 'code behind'
  clock: 24 | 12
  /** What stands behind times of day that are told with their day. */
  zone: '' | ' UTC'
  ticks: { on: string; off: string; behind: boolean }
  nothing: string
}

const latin = ['GB', 'IE', 'US', 'CA', 'AU', 'NZ', 'MY', 'SG', 'IN', 'ZA', 'AE', 'DE', 'CH', 'ES', 'MX', 'CO']

const ticks: [Office['ticks'], number][] = [
  [{ on: '☒', off: '☐', behind: false }, 4],
  [{ on: '☑', off: '☐', behind: false }, 2],
  [{ on: '[x]', off: '[ ]', behind: false }, 2],
  [{ on: '[X]', off: '[ ]', behind: false }, 2],
  [{ on: '(X)', off: '( )', behind: false }, 1],
  [{ on: '(x)', off: '( )', behind: false }, 1],
  [{ on: '✓', off: '☐', behind: false }, 1],
  [{ on: '■', off: '□', behind: false }, 0.7],
  [{ on: 'X', off: '_', behind: false }, 0.7],
  [{ on: '☒', off: '☐', behind: true }, 1],
  [{ on: '[x]', off: '[ ]', behind: true }, 0.6],
]

const ownDates: { [language: string]: string[] } = {
  it: ['{dd}/{mm}/{yyyy}', '{d} {mmmm} {yyyy}', '{dd}.{mm}.{yyyy}'],
  pt: ['{dd}/{mm}/{yyyy}', '{d} de {mmmm} de {yyyy}', '{dd}-{mm}-{yyyy}'],
  nl: ['{dd}-{mm}-{yyyy}', '{d} {mmmm} {yyyy}', '{dd}/{mm}/{yyyy}'],
}

export function openOffice(seed: number): Office {
  const random = createRandom(seed)
  const language = random.chance(0.15) ? random.pick(foreignLanguages) : 'en'
  const country = chooseCountry(random, language)
  const hasCountry = country.languages.includes(language)
  return {
    random,
    language,
    secondLanguage: language === 'en' && random.chance(0.03) ? random.pick(foreignLanguages) : null,
    country,
    dateForm: random.pick(hasCountry ? country.dates : (ownDates[language] ?? ['{dd}/{mm}/{yyyy}'])),
    numberForm: hasCountry ? random.pick(country.numbers) : '1.234.567,89',
    currency: country.currency,
    money: random.weighted([
      ['bare', 4],
      ['sign', 4],
      ['code', 2],
      ['code behind', 1.5],
    ]),
    clock: language === 'en' && random.chance(0.35) ? 12 : 24,
    zone: random.chance(0.2) ? ' UTC' : '',
    ticks: random.weighted(ticks),
    nothing: random.weighted([
      ['', 6],
      ['-', 1.5],
      ['N/A', 1],
      ['n/a', 0.7],
      ['________', 1],
      ['—', 0.6],
    ]),
  }
}

function chooseCountry(random: Random, language: string): Country {
  const own = listCountriesOf(language)
  if (own.length > 0) return getCountry(random.pick(own))
  return getCountry(random.pick(latin.filter((code) => countryCodes.includes(code))))
}
