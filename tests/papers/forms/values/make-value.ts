import type { FormField } from '../vocabulary/fields'
import { makeClock, makeDay, toIsoDay, writeDate, writeMonth } from './dates'
import { makeCity, makeCompany, makePerson, makeStreet, makeTownLine, toMailName } from './names'
import { makeNumber, writeNumber } from './numbers'
import type { Office } from './office'
import sentences from './sentences.json'

/** What JSON calls the value. */
export type ValueType = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'time' | 'date-time' | 'choice'

/** A value as printed and as it is true. */
export type Value = {
  type: ValueType
  /** What is printed of it: several lines for addresses. */
  lines: string[]
  truth: string | number | boolean
  /** Around the printed value, as a sign of currency or a unit. */
  before?: string
  after?: string
  unit?: string
  /** What could have been chosen; the printed one among them is the value. */
  options?: string[]
  format?: string
  isRowNumber?: true
}

type Maker = (given: { office: Office; about: string }) => Value

export function makeValue({ field, office }: { field: FormField; office: Office }): Value {
  const [kind = '', ...rest] = field.kind.split(' ')
  const make = makers[kind]
  if (!make) throw new Error(`No maker makes "${field.kind}".`)
  return make({ office, about: rest.join(' ') })
}

/** What kinds of values could be taken for one another; a list has no kind of its own. */
export function isList(field: FormField): boolean {
  return field.kind.startsWith('list ')
}

export function makeItems({ field, office }: { field: FormField; office: Office }): string[] {
  const items = field.kind.slice('list '.length).split(';')
  return office.random.some(items, office.random.whole(2, Math.min(7, items.length)))
}

const makers: { [kind: string]: Maker } = {
  code: ({ office, about }) => text(office.random.form(office.random.pick(about.split(';')))),
  words: ({ office, about }) => text(office.random.pick(about.split(';'))),
  text: ({ office, about }) => text(makeSentences(office, about)),
  person: ({ office }) => text(makePerson(office)),
  company: ({ office }) => text(makeCompany(office)),
  city: ({ office }) => text(makeCity(office)),
  street: ({ office }) => text(makeStreet(office)),
  country: ({ office }) => text(office.country.name),
  postcode: ({ office }) => text(office.random.form(office.country.postcode)),
  address: ({ office }) => makeAddress(office),
  phone: ({ office }) => text(office.random.form(office.random.pick(office.country.phone))),
  email: ({ office }) => ({ ...text(makeMail(office)), format: 'email' }),
  web: ({ office }) => {
    const host = `www.${toMailName(makeCompany(office))}.${makeEnding(office)}`
    // Only with its scheme is it an URI to those who check.
    return office.random.chance(0.4) ? { ...text(`https://${host}`), format: 'uri' } : text(host)
  },
  iban: ({ office }) => text(office.random.form(office.country.iban || foreignIban)),
  date: ({ office, about }) => {
    const iso = makeDay(office, about)
    return { type: 'date', lines: [writeDate(iso, office)], truth: iso, format: 'date' }
  },
  time: ({ office }) => {
    const { printed, iso } = makeClock(office)
    return { type: 'time', lines: [printed], truth: iso }
  },
  datetime: ({ office, about }) => {
    const iso = makeDay(office, about)
    const clock = makeClock(office)
    const between = office.random.pick([' ', ' ', ', ', ' at '])
    const printed = `${writeDate(iso, office)}${office.language === 'en' ? between : ' '}${clock.printed}${office.zone}`
    const truth = `${iso}T${clock.iso}:00`
    if (office.zone === '') return { type: 'date-time', lines: [printed], truth }
    return { type: 'date-time', lines: [printed], truth: `${truth}Z`, format: 'date-time' }
  },
  currency: ({ office }) => text(office.currency),
  month: ({ office }) => text(writeMonth(makeDay(office, 'past'), office)),
  period: ({ office }) => makePeriod(office),
  money: makeMoney,
  integer: makeInteger,
  row: () => ({ type: 'integer', lines: ['1'], truth: 1, isRowNumber: true }),
  number: makeMeasure,
  percent: ({ office, about }) => {
    const [from = 0, to = 100] = about.split('-').map(Number)
    const decimals = office.random.pick([0, 0, 1, 2])
    const value = makeNumber({ office, from, to, decimals })
    return {
      type: 'number',
      lines: [writeNumber(value, decimals, office)],
      truth: value,
      unit: '%',
      after: office.random.pick(['%', ' %']),
    }
  },
  yesno: ({ office }) => {
    const truth = office.random.chance(0.55)
    const options = yesAndNo[office.language] ?? ['Yes', 'No']
    return { type: 'boolean', lines: [options[truth ? 0 : 1] ?? ''], truth, options }
  },
  choice: ({ office, about }) => {
    const options = about.split(';')
    const chosen = office.random.pick(options)
    return { type: 'choice', lines: [chosen], truth: chosen, options }
  },
}

/** Where the country has none of its own. */
const foreignIban = 'GB## @@@@ #### #### #### ##'

const yesAndNo: { [language: string]: string[] } = {
  en: ['Yes', 'No'],
  de: ['Ja', 'Nein'],
  es: ['Sí', 'No'],
  fr: ['Oui', 'Non'],
  it: ['Sì', 'No'],
  pt: ['Sim', 'Não'],
  nl: ['Ja', 'Nee'],
}

function text(value: string): Value {
  return { type: 'string', lines: [value], truth: value }
}

function makeAddress(office: Office): Value {
  const { random } = office
  const lines = [makeStreet(office), makeTownLine(office)]
  if (random.chance(0.15))
    lines.unshift(
      random.pick(['Building', 'Unit', 'Floor', 'Suite']) + random.form(random.pick([' #', ' ##', ' @'])),
    )
  if (random.chance(0.25)) lines.push(office.country.name)
  const truth = lines.join(', ')
  return random.chance(0.45) ? text(truth) : { type: 'string', lines, truth }
}

function makeMail(office: Office): string {
  const { random } = office
  const name = random.chance(0.6)
    ? makePerson(office)
    : random.pick(['info', 'office', 'contact', 'hr', 'admin'])
  const host = random.chance(0.4)
    ? random.pick(['gmail.com', 'outlook.com', 'mail.com', 'yahoo.com'])
    : `${toMailName(makeCompany(office))}.${makeEnding(office)}`
  return `${toMailName(name, random.pick(['.', '_', '']))}@${host}`
}

function makeEnding(office: Office): string {
  return office.random.pick(['com', 'org', 'net', 'example', 'co', 'eu', 'biz'])
}

function makePeriod(office: Office): Value {
  const { random } = office
  const start = makeDay(office, 'past')
  const end = toIsoDay(Date.parse(start) / 86_400_000 + random.pick([6, 13, 27, 29, 30, 89, 364]))
  const between = random.pick([' - ', ' – ', ' to ', ' / '])
  return text(`${writeDate(start, office)}${between}${writeDate(end, office)}`)
}

function makeMoney({ office, about }: { office: Office; about: string }): Value {
  const { random } = office
  const [from = 1, to = 1000] = about.split('-').map(Number)
  const isRound = random.chance(0.3)
  const value = Number(makeNumber({ office, from, to, decimals: isRound ? 0 : 2 }).toFixed(2))
  const decimals = /\d\d\d$/.test(office.numberForm) ? 0 : 2
  const truth = Number(value.toFixed(decimals))
  const printed = writeNumber(truth, decimals, office)
  return { type: 'number', lines: [printed], truth, ...signOf(office) }
}

function signOf(office: Office): { before?: string; after?: string } {
  const { money, currency, country, random } = office
  if (money === 'bare') return {}
  if (money === 'code') return { before: `${currency} ` }
  if (money === 'code behind') return { after: ` ${currency}` }
  const sign = country.signs[0] ?? currency
  return random.chance(0.5) && country.signPlace.includes('after') ? { after: ` ${sign}` } : { before: sign }
}

/** `integer 1-50 pcs` */
function makeInteger({ office, about }: { office: Office; about: string }): Value {
  const [range = '', unit] = about.split(' ')
  const [from = 0, to = 100] = range.split('-').map(Number)
  const value = makeNumber({ office, from, to, decimals: 0 })
  const printed = value > 999 && office.random.chance(0.6) ? writeNumber(value, 0, office) : String(value)
  return {
    type: 'integer',
    lines: [printed],
    truth: value,
    ...(unit !== undefined && { unit, after: ` ${unit}` }),
  }
}

/** `number 0.5-40 1 kg`: range, decimals, unit. */
function makeMeasure({ office, about }: { office: Office; about: string }): Value {
  const [range = '', places = '2', ...unit] = about.split(' ')
  const [from = 0, to = 100] =
    range.split('~').length > 1 ? range.split('~').map(Number) : range.split('-').map(Number)
  const decimals = Number(places)
  const value = makeNumber({ office, from, to, decimals })
  const name = unit.join(' ')
  const gap = name.startsWith('°') || office.random.chance(0.8) ? ' ' : ''
  return {
    type: 'number',
    lines: [writeNumber(value, decimals, office)],
    truth: value,
    ...(name !== '' && { unit: name, after: `${gap}${name}` }),
  }
}

const remarks: { [about: string]: string[] } = sentences

function makeSentences(office: Office, about: string): string {
  const known = remarks[about] ?? remarks.remark ?? []
  return office.random
    .some(
      known,
      office.random.weighted([
        [1, 6],
        [2, 2],
        [3, 1],
      ]),
    )
    .join(' ')
}
