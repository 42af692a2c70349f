import { marked, type Phrase } from '../layout/phrase'
import type { Random } from '../random'
import type { Country } from '../words/countries'
import type { Words } from '../words/words'
import { addressPerson, makeBodyName, makeCompanyName, makePersonName } from './names'

/** A firm or person on a paper. */
export type Party = {
  name: string
  /** On the logo, where it differs from the legal name. */
  brand: string | null
  person: string
  /** Street and town, on some papers in more lines or with commas at their ends. */
  addressLines: string[]
  town: string
  countryName: string
  taxId: { label: string; id: string } | null
  registration: string | null
  phone: string
  otherPhone: string
  email: string
  web: string
  bankName: string
  iban: string
  bic: string
  account: string
}

export function makeParty(given: {
  random: Random
  words: Words
  country: Country
  isPerson?: boolean
}): Party {
  const { random, words, country } = given
  const person = makePersonName(random, country)
  const town = random.pick(country.towns)
  const name = given.isPerson ? person : makeCompanyName({ random, words, country, town, person })
  const domain = toDomain(name, random)
  const taxId = random.pick(country.taxIds)
  return {
    name,
    brand: random.chance(0.22) ? makeBrand({ random, name, words }) : null,
    person,
    addressLines: makeAddressLines({ random, country, town }),
    town: town.replace(/,.*$/, ''),
    countryName: country.name,
    taxId: random.chance(0.88) ? { label: taxId.label, id: random.form(taxId.form) } : null,
    registration: random.chance(0.45)
      ? random.form(random.pick(country.registrations).replace('{town}', town))
      : null,
    phone: random.form(random.pick(country.phone)),
    otherPhone: random.form(random.pick(country.phone)),
    email: `${random.pick(['info', 'office', 'sales', 'accounts', 'hello', 'billing', 'mail'])}@${domain}`,
    web: `${random.chance(0.7) ? 'www.' : ''}${domain}`,
    bankName: `${makePlainBankName(random, town)}`,
    iban: withCheckDigits(random.form(country.iban)),
    bic: random.form('@@@@@@##@@@'.slice(0, random.pick([8, 11]))),
    account: random.form('########'),
  }
}

/** The customer of a paper: a firm, a person with or without a title, or a body without a legal form. */
export function makeCustomer(given: {
  random: Random
  words: Words
  country: Country
  language: string
}): Party {
  const { random, country, language } = given
  const isPerson = random.chance(0.25)
  const party = makeParty({ ...given, isPerson })
  if (isPerson) return { ...party, name: addressPerson({ random, language, name: party.name }) }
  const body = random.chance(0.25) ? makeBodyName({ random, language, country, town: party.town }) : null
  return body ? { ...party, name: body } : party
}

/** An IBAN with the check digits of ISO 7064 (mod 97-10) in place of those it was made with. */
function withCheckDigits(iban: string): string {
  const bare = iban.replace(/\s/g, '')
  if (bare.length < 6) return iban
  const digits = `${bare.slice(4)}${bare.slice(0, 2)}00`.replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  const rest = [...digits].reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0)
  return iban.slice(0, 2) + String(98 - rest).padStart(2, '0') + iban.slice(4)
}

/** Of some firms a paper names the brand alone, of a few nothing but an address. */
export function makeSupplier(given: { random: Random; words: Words; country: Country }): Party {
  const party = makeParty(given)
  if (given.random.chance(0.03) && party.brand) return { ...party, name: party.brand, brand: null }
  return given.random.chance(0.012) ? { ...party, name: '', brand: null } : party
}

export function sayTaxId(party: Party, colon: string, isSupplier: boolean): Phrase | null {
  if (!party.taxId) return null
  const { label, id } = party.taxId
  return [`${label}${colon} `, isSupplier ? marked(id, 'supplier_tax_id') : id]
}

/** Street and town, each a line; of a supplier both are parts of one printing of the address. */
export function sayAddress(party: Party, isSupplier: boolean): Phrase[] {
  const lines = party.addressLines
  if (!isSupplier) return lines.map((line) => [line])
  const marks = [{ field: 'address', value: lines.map((line) => line.replace(/,$/, '')).join(', ') }]
  return lines.map((text) => [{ text, marks }])
}

function makeAddressLines(given: { random: Random; country: Country; town: string }): string[] {
  const { random, country, town } = given
  const street = fillAddress(country.streetLine, {
    street: random.pick(country.streets),
    no: houseNumber(random),
  })
  const townLine = fillAddress(country.townLine, { postcode: random.form(country.postcode), town })
  const lines = random.chance(0.35)
    ? [...street.split(/(?<=\p{L}{3}), (?=\p{L})/u), townLine]
    : [street, townLine]
  if (!random.chance(0.15)) return lines
  return lines.map((line, index) => (index < lines.length - 1 ? `${line},` : line))
}

function houseNumber(random: Random): string {
  return random.weighted([
    [String(random.whole(1, 190)), 8],
    [`${random.whole(1, 90)}${random.pick(['a', 'b', 'A'])}`, 1],
    [`${random.whole(1, 60)}-${random.whole(61, 99)}`, 1],
  ])
}

function fillAddress(form: string, parts: { [part: string]: string }): string {
  return form.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '')
}

function makePlainBankName(random: Random, town: string): string {
  const place = town.replace(/,.*$/, '')
  return random.pick([
    `${place} Bank`,
    'Union Bank',
    `Bank ${place}`,
    'Volksbank',
    'First Credit',
    'Banco Unión',
  ])
}

function makeBrand(given: { random: Random; name: string; words: Words }): string {
  const first = given.name.split(/[\s,]/)[0] ?? given.name
  return given.random.weighted([
    [first.toUpperCase(), 2],
    [makeCoinedWord(given.random).toUpperCase(), 3],
    [makeCoinedWord(given.random).toLowerCase(), 2],
    [`${makeCoinedWord(given.random)} ${given.random.pick(given.words.trades)}`, 1],
  ])
}

export function makeCoinedWord(random: Random): string {
  const heads = ['Ba', 'Cor', 'Del', 'Fin', 'Gra', 'Hy', 'In', 'Ka', 'Lu', 'Mar', 'Nex', 'Or', 'Pla', 'Qua']
  const more = [
    'Ri',
    'Sol',
    'Tri',
    'Ul',
    'Ver',
    'Wex',
    'Xy',
    'Ya',
    'Zen',
    'Ar',
    'Bri',
    'Cle',
    'Do',
    'El',
    'Flo',
  ]
  const tails = ['ro', 'tec', 'via', 'lon', 'mex', 'nia', 'port', 'dex', 'sys', 'tora', 'vent', 'lix', 'gen']
  const middle = random.chance(0.4) ? random.pick(['ma', 'le', 'ni', 'to', 'va', 'do', 'ra', 'bi']) : ''
  return `${random.pick([...heads, ...more])}${middle}${random.pick([...tails, 'ko', 'lia', 'mont', 'quo'])}`
}

function toDomain(name: string, random: Random): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .slice(0, 2)
  const stem = plain.join(random.pick(['', '-'])) || makeCoinedWord(random).toLowerCase()
  return `${stem}.${random.pick(['example', 'com', 'net', 'biz', 'eu', 'org', 'shop'])}`
}
