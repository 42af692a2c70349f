import europe from './countries/europe.json'
import first from './countries/first.json'
import otherScripts from './countries/other-scripts.json'

export type Country = {
  languages: string[]
  currency: string
  /** As printed beside amounts. */
  signs: string[]
  signPlace: string[]
  /** How 1234567.89 is written. */
  numbers: string[]
  dates: string[]
  postcode: string
  townLine: string
  streetLine: string
  towns: string[]
  streets: string[]
  legalForms: string[]
  taxIds: { label: string; form: string }[]
  registrations: string[]
  rates: number[]
  taxNames: string[]
  phone: string[]
  iban: string
  name: string
  firstNames: string[]
  surnames: string[]
}

const countries: { [code: string]: Country } = { ...first, ...europe, ...otherScripts }

export const countryCodes = Object.keys(countries)

export function getCountry(code: string): Country {
  const country = countries[code]
  if (!country) throw new Error(`No country "${code}" is known.`)
  return country
}

export function listCountriesOf(language: string): string[] {
  return countryCodes.filter((code) => countries[code]?.languages.includes(language))
}
