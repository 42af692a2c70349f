import type { Locale } from '@/lib/i18n/catalogues'
import { type FieldSchema, fieldLabel, readFieldSchema, schemaOf } from '@/lib/steps/field-schema'
import type { CsvValue } from '@/lib/table/csv'
import { type SplitResult, splitResult } from './split-result'

/** A value of results as a column; `path` is the key of its cells. `kind` is what the step's schema says of it. */
export type ResultColumn = { path: string; head: string; kind: ColumnKind; width: number }
type ColumnKind = 'text' | 'number' | 'unknown'

export type LineList = { list: string; head: string; columns: ResultColumn[] }

/** What the results of one step are made of. */
export type ResultColumns = { values: ResultColumn[]; lists: LineList[] }

type Found = { values: Map<string, ResultColumn>; lists: Map<string, Map<string, ResultColumn>> }

type ColumnCollection = { add: (result: Record<string, unknown>) => void; columns: () => ResultColumns }

/** The columns of a step's results: those of its schema in its order, then what else came in the results added. */
export function collectColumns({ schema, locale }: { schema: unknown; locale: Locale }): ColumnCollection {
  const root = readFieldSchema(schema)
  const found: Found = { values: new Map(), lists: new Map() }
  addSchema({ found, schema: root, locale })
  return {
    add: (result) => addResult({ found, split: splitResult(result), root, locale }),
    columns: () => ({
      values: withUniqueHeads([...found.values.values()]),
      lists: [...found.lists]
        .map(([list, columns]) => ({
          list,
          head: labelOf({ root, path: list, locale }),
          columns: withUniqueHeads([...columns.values()]),
        }))
        .filter(({ columns }) => columns.length > 0),
    }),
  }
}

type SchemaPart = { found: Found; schema: FieldSchema; locale: Locale; path?: string; head?: string }

function addSchema({ found, schema, locale, path = '', head = '' }: SchemaPart): void {
  for (const key of Object.keys(schema.properties ?? {})) {
    const field = schemaOf({ schema, key })
    const label = fieldLabel({ schema: field, key, locale })
    const inner = { found, locale, path: join(path, key), head: joinHeads(head, label) }
    const rows = readFieldSchema(field.items)
    if (field.properties) addSchema({ ...inner, schema: field })
    else if (rows.properties) {
      const columns: Found = { values: new Map(), lists: new Map() }
      addSchema({ found: columns, schema: rows, locale })
      found.lists.set(inner.path, columns.values)
    } else found.values.set(inner.path, { path: inner.path, head: inner.head, kind: kindOf(field), width: 0 })
  }
}

type ResultPart = { found: Found; split: SplitResult; root: FieldSchema; locale: Locale }

function addResult({ found, split, root, locale }: ResultPart): void {
  const note = (columns: Map<string, ResultColumn>, path: string, value: CsvValue, schema: FieldSchema) => {
    const width = String(value ?? '').length
    const known = columns.get(path)
    if (known) known.width = Math.max(known.width, width)
    else columns.set(path, { path, head: labelOf({ root: schema, path, locale }), kind: 'unknown', width })
  }
  for (const [path, value] of Object.entries(split.values)) note(found.values, path, value, root)
  for (const { list, row } of split.lines) {
    const columns = found.lists.get(list) ?? new Map<string, ResultColumn>()
    found.lists.set(list, columns)
    const rows = readFieldSchema(fieldAt({ root, path: list }).items)
    for (const [path, value] of Object.entries(row)) note(columns, path, value, rows)
  }
}

/** The names of the things on the way: `Supplier · Tax id`. */
function labelOf({ root, path, locale }: { root: FieldSchema; path: string; locale: Locale }): string {
  const keys = path.split('.')
  const heads = keys.map((key, depth) =>
    fieldLabel({ schema: fieldAt({ root, path: keys.slice(0, depth + 1).join('.') }), key, locale }),
  )
  return heads.reduce(joinHeads, '')
}

function fieldAt({ root, path }: { root: FieldSchema; path: string }): FieldSchema {
  return path.split('.').reduce((schema, key) => schemaOf({ schema, key }), root)
}

function kindOf({ type, format }: FieldSchema): ColumnKind {
  const types = [type].flat()
  if (types.includes('number') || types.includes('integer')) return 'number'
  return types.includes('string') && !format?.startsWith('date') ? 'text' : 'unknown'
}

/** A cell of a column of numbers is one, where its text is plainly a number: some services write them as texts. */
export function readCell({ value, kind }: { value: CsvValue; kind: ColumnKind }): CsvValue {
  const isNumber =
    kind === 'number' && typeof value === 'string' && /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(value)
  return isNumber ? Number(value) : value
}

function withUniqueHeads(columns: ResultColumn[]): ResultColumn[] {
  const count = (head: string) => columns.filter((one) => one.head === head).length
  return columns.map((column) =>
    count(column.head) > 1 ? { ...column, head: `${column.head} (${column.path})` } : column,
  )
}

const join = (path: string, key: string) => (path ? `${path}.${key}` : key)
const joinHeads = (head: string, label: string) => (head ? `${head} · ${label}` : label)
