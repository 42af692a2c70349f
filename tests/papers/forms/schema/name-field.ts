import type { Random } from '../../random'
import type { FormField } from '../vocabulary/fields'
import { foreignLabels, foreignLanguages } from '../vocabulary/vocabulary'

export type Case = 'snake' | 'camel' | 'pascal' | 'kebab' | 'words' | 'run together'

/** How one author of a schema writes. */
export type SchemaStyle = {
  letterCase: Case
  /** Shares of the leaves. */
  abbreviated: number
  titled: number
  described: number
  exact: number
  qualified: number
  isNullable: boolean
  /** Of the names; most authors write English, whatever language their papers are in. */
  language: string
  /** Whether labels of the paper are in that language. */
  knowsLabels: boolean
  isPrecise: boolean
}

export function chooseStyle(random: Random, paperLanguage: string): SchemaStyle {
  const language = random.chance(0.3) ? paperLanguage : 'en'
  const isForeign = language !== 'en'
  return {
    language,
    knowsLabels: language === paperLanguage,
    letterCase: random.weighted<Case>([
      ['snake', 55],
      ['camel', 33],
      ['pascal', 4],
      ['kebab', 2],
      ['words', 2],
      ['run together', 2],
    ]),
    abbreviated: random.weighted([
      [0, 6],
      [0.3, 2],
      [0.9, 1],
    ]),
    titled: random.weighted([
      [0, 6],
      [0.5, 1],
      [1, 2],
    ]),
    described: isForeign
      ? 0
      : random.weighted([
          [0, 4],
          [0.5, 2],
          [1, 4],
        ]),
    exact: random.pick([0.2, 0.5, 0.5, 0.8]),
    qualified: random.pick([0, 0, 0.1, 0.3]),
    isNullable: random.chance(0.06),
    isPrecise: random.chance(0.3),
  }
}

/** A name for the field's property: as printed, or in other words. */
export function nameField(given: {
  field: FormField
  label: string
  random: Random
  style: SchemaStyle
  /** Stands before the name, as in `tenant_name`. */
  owner?: string | undefined
}): string {
  const { field, label, random, style, owner } = given
  const words = reorder(chooseWords({ field, label, random, style }), random)
  const owned = owner === undefined ? words : [...wordsOf(owner), ...words]
  const short = random.chance(style.abbreviated) ? owned.map((word) => abbreviations[word] ?? word) : owned
  return inCase(withoutEchoes(short), style.letterCase)
}

function chooseWords(given: {
  field: FormField
  label: string
  random: Random
  style: SchemaStyle
}): string[] {
  const { field, label, random, style } = given
  if (random.chance(0.04)) {
    const foreign = foreignLabels(random.pick(foreignLanguages), field.key)[0]
    if (foreign) return wordsOf(foreign)
  }
  if (style.language !== 'en') {
    const own = [label, ...foreignLabels(style.language, field.key)].map(wordsOf).filter(isShort)
    if (own.length > 0) return random.pick(own)
  }
  const exact = [field.key, ...(style.knowsLabels ? [label] : [])].map(wordsOf).filter(isShort)
  const others = [...field.synonyms, ...field.labels].map(wordsOf).filter(isShort)
  const wanted = random.chance(style.exact) ? exact : others
  const [first, ...rest] = wanted.length > 0 ? wanted : [wordsOf(field.key)]
  return random.pick([first ?? [], ...rest])
}

function isShort(words: string[]): boolean {
  return words.length > 0 && words.length <= 5 && words.join('').length > 1
}

const signs: [RegExp, string][] = [
  [/\(.*?\)/g, ' '],
  [/#/g, ' number '],
  [/%/g, ' percent '],
  [/&/g, ' and '],
  [/\bno\.?(?=\s|$)/gi, ' number '],
  [/\bnr\.?(?=\s|$)/gi, ' number '],
]

export function wordsOf(text: string): string[] {
  const spelled = signs.reduce((left, [sign, word]) => left.replace(sign, word), text)
  return spelled
    .normalize('NFD')
    .replace(/['’]/g, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'the')
}

/** `date of birth` and `birth date`, `issue date` and `date issue`. */
function reorder(words: string[], random: Random): string[] {
  const of = words.indexOf('of')
  if (of > 0 && random.chance(0.6)) return [...words.slice(of + 1), ...words.slice(0, of)]
  if (of > 0) return words
  const [last] = words.slice(-1)
  const isTurned = words.length === 2 && last !== undefined && turnable.includes(last) && random.chance(0.12)
  return isTurned ? [last, ...words.slice(0, -1)] : words
}

const turnable = ['date', 'number', 'name', 'amount', 'time', 'code', 'total', 'address', 'type']

function withoutEchoes(words: string[]): string[] {
  return words.filter((word, at) => word !== words[at - 1])
}

export function inCase(words: string[], letterCase: Case): string {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  switch (letterCase) {
    case 'snake':
      return words.join('_')
    case 'kebab':
      return words.join('-')
    case 'words':
      return words.map(capital).join(' ')
    case 'run together':
      return words.join('')
    case 'pascal':
      return words.map(capital).join('')
    case 'camel':
      return words.map((word, at) => (at === 0 ? word : capital(word))).join('')
  }
}

const abbreviations: { [word: string]: string } = {
  number: 'no',
  date: 'dt',
  quantity: 'qty',
  amount: 'amt',
  description: 'desc',
  address: 'addr',
  telephone: 'tel',
  phone: 'tel',
  reference: 'ref',
  department: 'dept',
  account: 'acct',
  maximum: 'max',
  minimum: 'min',
  percentage: 'pct',
  percent: 'pct',
  identification: 'id',
  registration: 'reg',
  manufacturer: 'mfr',
  temperature: 'temp',
  weight: 'wt',
  organization: 'org',
  average: 'avg',
  employee: 'emp',
  customer: 'cust',
  document: 'doc',
  signature: 'sig',
  vehicle: 'veh',
  certificate: 'cert',
  position: 'pos',
  received: 'recd',
  payment: 'pmt',
  insurance: 'ins',
}
