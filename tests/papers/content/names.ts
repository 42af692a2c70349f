import type { Random } from '../random'
import type { Country } from '../words/countries'
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

/** `ООО «~»` stands around the name, all other forms behind it. */
function withLegalForm(root: string, form: string): string {
  if (form.includes('~')) return form.replace('~', root)
  if (form === '' || form.startsWith(',')) return `${root}${form}`
  return `${root} ${form}`
}

function isWithoutBlanks(text: string): boolean {
  return /[぀-ヿ㐀-鿿]/.test(text)
}
