import type { ReadingContext } from '../context'
import { currencyCodes } from './currency-codes'

/** Marks that belong to one currency alone; codes stand for themselves. */
const certainMarks: { [mark: string]: string } = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  rs: 'INR',
  '₱': 'PHP',
  '₩': 'KRW',
  '₺': 'TRY',
  '₽': 'RUB',
  '฿': 'THB',
  '₫': 'VND',
  '₴': 'UAH',
  rm: 'MYR',
  r$: 'BRL',
  us$: 'USD',
  s$: 'SGD',
  a$: 'AUD',
  c$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  mx$: 'MXN',
  's/': 'PEN',
  kč: 'CZK',
  zł: 'PLN',
}

/** Countries that write a plain dollar sign, in the order in which evidence for them is believed. */
const dollarCountries: [country: string, code: string][] = [
  ['CL', 'CLP'],
  ['MX', 'MXN'],
  ['CO', 'COP'],
  ['AR', 'ARS'],
  ['UY', 'UYU'],
  ['AU', 'AUD'],
  ['NZ', 'NZD'],
  ['CA', 'CAD'],
  ['SG', 'SGD'],
  ['HK', 'HKD'],
  ['US', 'USD'],
  ['EC', 'USD'],
]

/** Countries whose own currency is not written with a dollar sign: there a `$` says nothing. */
const otherCountries = new Set([
  'MY',
  'IN',
  'GB',
  'DE',
  'FR',
  'ES',
  'IT',
  'PT',
  'NL',
  'BE',
  'AT',
  'CH',
  'JP',
  'PH',
  'ZA',
  'AE',
])

/** What is paid with where, for the countries that `country-hints.ts` knows. */
export const currencyByCountry: { [country: string]: string } = {
  ...Object.fromEntries(dollarCountries),
  ...Object.fromEntries(
    ['DE', 'AT', 'FR', 'ES', 'IT', 'PT', 'NL', 'BE', 'IE', 'FI'].map((country) => [country, 'EUR']),
  ),
  GB: 'GBP',
  CH: 'CHF',
  IN: 'INR',
  MY: 'MYR',
  JP: 'JPY',
  PH: 'PHP',
  ZA: 'ZAR',
  AE: 'AED',
  PE: 'PEN',
  BR: 'BRL',
  PL: 'PLN',
  CZ: 'CZK',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  TR: 'TRY',
  RO: 'RON',
  HU: 'HUF',
}

/** Abbreviations that are words, units or misread letters anywhere but in the country that writes them of its money. */
const localMarks: { [mark: string]: string } = { tl: 'TR', lei: 'RO', leu: 'RO', ft: 'HU', r: 'ZA' }

/** ISO 4217 code of a printed mark, or null when it could be several and the document does not say which. */
export function toCurrencyCode({ mark, context }: { mark: string; context: ReadingContext }): string | null {
  const plain = mark.replace(/[.:]+$/, '')
  if (currencyCodes.includes(plain.toUpperCase())) return plain.toUpperCase()
  const certain = certainMarks[plain.toLowerCase()]
  if (certain) return certain
  if (plain === '¥') return context.countries.has('JP') ? 'JPY' : null
  if (/^kr$/i.test(plain)) return crownOf(context)
  const local = localMarks[plain.toLowerCase()]
  if (local) return context.countries.has(local) ? (currencyByCountry[local] ?? null) : null
  return plain === '$' ? dollarOf(context) : null
}

function dollarOf({ countries }: ReadingContext): string | null {
  const known = dollarCountries.find(([country]) => countries.has(country))
  if (known) return known[1]
  return [...countries].some((country) => otherCountries.has(country)) ? null : 'USD'
}

/** `kr` is written of three crowns. */
function crownOf({ countries }: ReadingContext): string | null {
  const codes = ['SE', 'NO', 'DK'].filter((country) => countries.has(country))
  const [country] = codes
  return country && codes.length === 1 ? (currencyByCountry[country] ?? null) : null
}
