import { itemColumns } from '@/engine/extract/schema/item-columns'
import { tokensOf } from '@/engine/extract/schema/match-name'
import {
  compareLabel,
  type LabelText,
  minSimilarity,
  toLabelText,
  weighWords,
} from '@/engine/extract/schema/similarity'
import { currencyMark } from '@/engine/extract/values/money/amounts'
import { buildLabelBook } from '@/engine/extract/vocabulary/label-book'
import { memoizeByRef, memoizeByText } from '@/engine/extract/vocabulary/memoize-by-ref'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import { toTokens } from '@/engine/extract/vocabulary/tokens'
import type { ListField, ValueField } from '../../schema/schema-field'
import { isNumeric } from '../cell-parts'

/** A column that a printed head may name, and how well, 0 to 1; without a field it is one that nobody asks for. */
export type Naming = {
  field: ValueField | null
  similarity: number
  /** Some language calls something else so. */
  isAmbiguous?: boolean
}

/** The vocabulary's very words are as good as the schema's own. */
const knownSimilarity = 1

type Wanted = {
  text: string
  list: ListField
  /** Whether letters may be misread, as in pictures. */
  isForgiving?: boolean
}

/** The columns that the text of a cell may name, best first. */
export function nameCell({ text, list, isForgiving = false }: Wanted): Naming[] {
  return (isForgiving ? forgivingNames : exactNames)(list)(text)
}

const exactNames = memoizeByRef((list: ListField) =>
  memoizeByText((text) => compare({ text, list, isForgiving: false })),
)
const forgivingNames = memoizeByRef((list: ListField) =>
  memoizeByText((text) => compare({ text, list, isForgiving: true })),
)
const weightsOf = memoizeByRef((list: ListField) => weighWords(list.columns))

function compare({ text, list, isForgiving }: Required<Wanted>): Naming[] {
  const label = [...new Set([text, withoutUnit(text), spellOut({ text, list })])].flatMap(toLabelText)
  const meanings = meaningsOf({ text, isForgiving }).filter((one) => one !== 'other' || hasConcepts(list))
  const isAmbiguous = new Set(meanings).size > 1
  const known = meanings.map((concept) => ({ ...toNaming({ concept, list }), isAmbiguous }))
  // What names a column of priced lines in full names no other column in part.
  const isElse = meanings.some((one) => one !== 'other')
  const own = (isRelated({ label, list }) ? list.columns : [])
    .map((field) => ({ field, similarity: compareLabel({ label, field, weights: weightsOf(list) }) }))
    .filter(
      ({ field, similarity }) =>
        similarity >= (isElse || (known.length > 0 && field.concept) ? 0.85 : minSimilarity) &&
        (!isNumeric(field) || sharesWord({ label, field })),
    )
  return [...known, ...own].sort((a, b) => b.similarity - a.similarity)
}

/** What has no word in common with any column is none; most words of a document have none. */
function isRelated({ label, list }: { label: LabelText; list: ListField }): boolean {
  const { tokens: known, keys, descriptions } = wordsOf(list)
  return label.some(
    ({ key, tokens }) =>
      keys.has(key) ||
      tokens.some((token) => known.has(token)) ||
      descriptions.some((description) => description.includes(key)),
  )
}

const wordsOf = memoizeByRef(({ columns }: ListField) => ({
  tokens: new Set(columns.flatMap((column) => [...tokensOf(column)])),
  keys: new Set(columns.flatMap(({ phrases }) => phrases.map(({ key }) => key))),
  descriptions: columns.map(({ description }) => toTextKey(description)),
}))

/** A figure is named by a word of its own name; the many names of a document's sums head columns of anything. */
function sharesWord({ label, field }: { label: LabelText; field: ValueField }): boolean {
  const { title = '', titles = {} } = field.schema
  const own = new Set([...field.about, ...[title, ...Object.values(titles)].flatMap(toTokens)])
  return label.some(({ tokens }) => tokens.some((token) => own.has(token)))
}

/** What is known for a column of something else may yet be a column that this list asks for. */
function toNaming({ concept, list }: { concept: string; list: ListField }): Naming {
  const field = list.columns.find((column) => column.concept === concept) ?? null
  return { field, similarity: field ? knownSimilarity : minSimilarity }
}

const wordsOfNames = memoizeByRef((list: ListField) => [
  ...new Set(
    list.columns.flatMap(({ phrases, schema, path }) => [
      ...phrases.flatMap(({ tokens }) => tokens),
      ...splitName(`${schema.title ?? ''} ${path.at(-1) ?? ''}`),
    ]),
  ),
])

function splitName(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
}

/** `Dep. time` in full, where one word alone that names columns of the list has these letters. */
function spellOut({ text, list }: { text: string; list: ListField }): string {
  if (!text.includes('.')) return text
  return text.replace(/(?<!\p{L})(\p{L}{2,})\./gu, (whole, short: string) => {
    const letters = new RegExp(`^${[...short.toLowerCase()].join('.*')}`, 'u')
    const full = wordsOfNames(list).filter((word) => word.length > short.length + 1 && letters.test(word))
    return full.length === 1 ? ` ${full[0]} ` : whole
  })
}

const hasConcepts = memoizeByRef((list: ListField) =>
  list.columns.some(({ concept }) => concept !== undefined),
)

/** What the vocabulary takes a head for; `other` is a column of something else. In two languages, both are known. */
function meaningsOf({ text, isForgiving }: Omit<Required<Wanted>, 'list'>): string[] {
  const ways = [[text], [withoutUnit(text)]]
  if (/[/()]/.test(text)) ways.push(text.split('/'), text.split(/[()]/))
  for (const parts of ways) {
    const meanings = parts
      .filter((part) => part.trim() !== '')
      .map((part) => lookUp({ text: part, isForgiving }))
    const [first = []] = meanings
    if (first.length > 0 && meanings.every((fields) => fields.length > 0)) return first
  }
  return []
}

function lookUp({ text, isForgiving }: Omit<Required<Wanted>, 'list'>): string[] {
  const concepts = (isForgiving ? columnBook.forgiving : columnBook.exact)(toTextKey(text))
  return concepts.map((concept) => concept.replace('column_', ''))
}

const columnBook = buildLabelBook([...itemColumns, 'other'].map((column) => `column_${column}`))

const currency = new RegExp(`(?<![\\p{L}\\d])${currencyMark}(?![\\p{L}\\d])`, 'gu')

/** `Price (EUR)`, `Amount in $` and `Peso kg:` without what they are measured in. */
function withoutUnit(text: string): string {
  return text
    .replace(/\([^)]{0,99}\)|\[[^\]]{0,99}\]|:$|\s(?:HT|TTC|H\.T\.|T\.T\.C\.)$/g, ' ')
    .replace(currency, ' ')
}
