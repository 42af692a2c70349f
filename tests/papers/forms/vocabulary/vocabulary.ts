import businessLines from './business.json'
import { type FieldGroup, type FormField, listOf, readField, readGroup } from './fields'
import generalLines from './general.json'
import healthLines from './health.json'
import kindLines from './kinds.json'
import logisticsLines from './logistics.json'
import officialLines from './official.json'
import peopleLines from './people.json'
import propertyLines from './property.json'
import roleLines from './roles.json'
import tableLines from './tables.json'
import technicalLines from './technical.json'
import translations from './translations.json'

export type FormKind = { key: string; titles: string[]; roles: string[]; groups: string[]; tables: string[] }

/** A person or firm that a form has a section for. */
export type Role = { key: string; labels: string[]; synonyms: string[]; is: 'person' | 'company' }

export type TableSpec = {
  key: string
  titles: string[]
  names: string[]
  rows: [number, number]
  columns: FormField[]
}

type Lines = { [group: string]: { [key: string]: string } }

const groupLines: Lines = {
  ...generalLines,
  ...businessLines,
  ...healthLines,
  ...logisticsLines,
  ...officialLines,
  ...peopleLines,
  ...propertyLines,
  ...technicalLines,
}

const groups = new Map(Object.entries(groupLines).map(([name, lines]) => [name, readGroup(lines)]))

export const partyFields: FormField[] = Object.entries(getGroup('party')).flatMap(([key, field]) =>
  key === '' ? [] : [field],
)

export const formKinds: FormKind[] = Object.entries(kindLines).map(([key, line]) => {
  const [titles = '', roles = '', names = '', tables = ''] = line.split(' / ')
  return { key, titles: listOf(titles), roles: listOf(roles), groups: listOf(names), tables: listOf(tables) }
})

const roles = new Map(
  Object.entries(roleLines as { [key: string]: string }).map(([key, line]): [string, Role] => {
    const [is, labels = '', synonyms = ''] = line.split(' / ')
    const role = { key, labels: listOf(labels), synonyms: listOf(synonyms) }
    return [key, { ...role, is: is?.trim() === 'person' ? 'person' : 'company' }]
  }),
)

const tables = new Map(
  Object.entries(tableLines as Lines).map(([key, { '': about = '', ...columns }]): [string, TableSpec] => {
    const [titles = '', names = '', rows = '1-9'] = about.split(' / ')
    const [least = 1, most = 9] = rows.split('-').map(Number)
    return [
      key,
      {
        key,
        titles: listOf(titles),
        names: listOf(names),
        rows: [least, most],
        columns: Object.entries(columns).map(([column, line]) => readField(column, line)),
      },
    ]
  }),
)

export function getGroup(name: string): FieldGroup {
  return known(groups.get(name), `group "${name}"`)
}

export function getRole(key: string): Role {
  return known(roles.get(key), `role "${key}"`)
}

export function getTable(key: string): TableSpec {
  return known(tables.get(key), `table "${key}"`)
}

export const groupNames = [...groups.keys()]
export const tableNames = [...tables.keys()]

export const foreignLanguages = ['es', 'de', 'fr', 'it', 'pt', 'nl']

const foreignWords: { [language: string]: { [key: string]: string } } = translations

/** How another language prints the key of a field, role, kind or table; none when it is not known. */
export function foreignLabels(language: string, key: string): string[] {
  return listOf(foreignWords[language]?.[key] ?? '')
}

/** The field with what the language chooses from, where its values are words. */
export function inLanguage(field: FormField, language: string): FormField {
  const values = foreignWords[language]?.[`values_${field.key}`]
  return values === undefined ? field : { ...field, kind: `${field.kind.split(' ')[0]} ${values}` }
}

function known<Item>(item: Item | undefined, name: string): Item {
  if (item === undefined) throw new Error(`There is no ${name} in the vocabulary.`)
  return item
}
