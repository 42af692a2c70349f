import knowledge from '@/engine/knowledge/currencies.json'
import { countries } from '../countries'

/** ISO 3166 codes of the countries that a paper speaks of. */
type SpokenCountries = { countries: Set<string> }

/** ISO 4217 codes of the countries known; any other three capitals are not a currency. */
export const currencyCodes = [...new Set(countries.map(({ currency }) => currency))]

export const currencyByCountry = new Map(countries.map(({ code, currency }) => [code, currency]))

/** Marks that belong to one currency alone; codes stand for themselves. */
const certainMarks = new Map(Object.entries(knowledge.marks))

/** Abbreviations that are words, units or misread letters anywhere but in the country that writes them of its money. */
const localMarks = new Map(Object.entries(knowledge.local))

const dollarCountries = countries
  .filter(({ dollarRank }) => dollarRank !== undefined)
  .sort((a, b) => (a.dollarRank ?? 0) - (b.dollarRank ?? 0))

/** ISO 4217 code of a printed mark, or null when it could be several and the document does not say which. */
export function toCurrencyCode({ mark, context }: { mark: string; context: SpokenCountries }): string | null {
  const plain = mark.replace(/(?<![.:])[.:]+$/, '')
  if (currencyCodes.includes(plain.toUpperCase())) return plain.toUpperCase()
  const certain = certainMarks.get(plain.toLowerCase())
  if (certain) return certain
  if (plain === '¥') return yenOf(context)
  if (/^kr$/i.test(plain)) return crownOf(context)
  const local = localMarks.get(plain.toLowerCase())
  if (local) return context.countries.has(local) ? (currencyByCountry.get(local) ?? null) : null
  return plain === '$' ? dollarOf(context) : null
}

/** Where no country writes a dollar, but another is spoken of, a `$` says nothing. */
function dollarOf({ countries: named }: SpokenCountries): string | null {
  const known = dollarCountries.find(({ code }) => named.has(code))
  if (known) return known.currency
  return named.size > 0 ? null : 'USD'
}

/** Of China as of Japan; and recognisers that do not know `₹` see it as `¥`. */
function yenOf({ countries: named }: SpokenCountries): string {
  if (named.has('JP')) return 'JPY'
  if (named.has('CN')) return 'CNY'
  return named.has('IN') ? 'INR' : 'JPY'
}

/** `kr` is written of four crowns. */
function crownOf({ countries: named }: SpokenCountries): string | null {
  const codes = ['SE', 'NO', 'DK', 'IS'].filter((code) => named.has(code))
  const [country] = codes
  return country && codes.length === 1 ? (currencyByCountry.get(country) ?? null) : null
}
