import type { Random } from '../random'
import type { Country } from '../words/countries'
import customers from '../words/customers.json'
import type { Words } from '../words/words'
import { makeCoinedWord } from './parties'

export function makePersonName(random: Random, country: Country): string {
  const first = random.pick(country.firstNames)
  const last = random.pick(country.surnames)
  return isWithoutBlanks(last) ? `${last}${first}` : `${first} ${last}`
}

/** Made of parts of the country's and language's words, with or without a legal form. */
export function makeCompanyName(given: {
  random: Random
  words: Words
  country: Country
  town: string
  person: string
}): string {
  const { random, words, country, town, person } = given
  const surname = random.pick(country.surnames)
  const trade = random.pick(words.trades)
  const glue = isWithoutBlanks(trade) ? '' : ' '
  const place = town.replace(/[\d,].*$/, '').trim()
  const coined = makeCoinedWord(random)
  const root = random.weighted<string>([
    [`${surname}${glue}${trade}`, 5],
    [`${trade}${glue}${surname}`, 4],
    [`${surname} & ${random.pick(country.surnames)}`, glue === '' ? 0 : 2],
    [`${coined} ${trade}`, 4],
    [coined, 2],
    [`${trade}${glue}${place}`, 1.5],
    [`${random.form(random.pick(['@@', '@.@.', '@@@', '@&@', '@ & @']))} ${trade}`, 1.5],
    [`${person} ${trade}`, glue === '' ? 0 : 1],
    [person, 1.2],
    [`${trade} & ${random.pick(words.trades)} ${surname}`, glue === '' ? 0 : 1],
    [`${coined} ${trade} ${place}`, 1],
    [`${random.whole(2, 99)} ${trade}`, 0.4],
  ])
  if (root === person && random.chance(0.6)) return root
  return withLegalForm(root, random.pick(country.legalForms))
}

type Forms = { [language: string]: string[] }
const titles: Forms = customers.titles
const bodies: Forms = customers.bodies
const attention: Forms = customers.attention

/** How a paper addresses a person: with a title, or without. */
export function addressPerson(given: { random: Random; language: string; name: string }): string {
  const { random, language, name } = given
  const own = titles[language]
  return own && random.chance(0.45) ? `${random.pick(own)} ${name}` : name
}

/** A council, school, club or hotel: customers whose names have no legal form; null where the language has none. */
export function makeBodyName(given: {
  random: Random
  language: string
  country: Country
  town: string
}): string | null {
  const own = bodies[given.language]
  return own ? fill({ ...given, form: given.random.pick(own) }) : null
}

/** The line of a department or person above or below a customer's name; null where the language has none. */
export function makeAttentionLine(given: {
  random: Random
  language: string
  country: Country
}): string | null {
  const own = attention[given.language]
  return own ? fill({ ...given, town: '', form: given.random.pick(own) }) : null
}

function fill(given: { random: Random; country: Country; town: string; form: string }): string {
  const { random, country, town, form } = given
  return form
    .replace('{town}', town.replace(/[\d,].*$/, '').trim())
    .replace('{surname}', random.pick(country.surnames))
    .replace('{first}', random.pick(country.firstNames))
}

/** `ООО «~»` stands around the name, all other forms behind it. */
function withLegalForm(root: string, form: string): string {
  if (form.includes('~')) return form.replace('~', root)
  if (form === '' || form.startsWith(',')) return `${root}${form}`
  return `${root} ${form}`
}

function isWithoutBlanks(text: string): boolean {
  return /[぀-ヿ㐀-鿿]/.test(text)
}
