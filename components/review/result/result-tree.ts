import { type Evidence, readEvidence } from '@/lib/documents/attention/evidence'
import {
  type Correction,
  type Corrections,
  placeCorrections,
  rowChangesOf,
  type Scalar,
  valueCorrectionsOf,
} from '@/lib/documents/model/corrections'
import type { Learnt, LearntValue } from '@/lib/documents/model/learnt'
import { type RowChange, type RowChanges, rowOrder } from '@/lib/documents/model/row-changes'
import type { Locale } from '@/lib/i18n/catalogues'
import { type FieldSchema, fieldLabel, humanise, readFieldSchema, schemaOf } from '@/lib/steps/field-schema'
import { currencyOf, isAmount } from './amount-fields'
import { shownEvidence } from './shown-evidence'
import { type EntryKind, entryKind } from './value-entry'

export type { Scalar }

type Named = { path: string; key: string; label: string }
export type ResultValue = Named & {
  kind: 'value'
  value: Scalar
  isMoney: boolean
  /** ISO 4217 code of an amount of money in a document that names its currency. */
  currency: string | null
  evidence: Evidence | null
  /** Set where a person put another value in the place of the one that was read. */
  correction: Correction | null
  /** Set where the desk learnt to read it itself, whether somebody corrected it since or not. */
  learnt: LearntValue | null
  /** It waits for a person's look. */
  isToReview: boolean
  entry: EntryKind
}
export type ResultGroup = Named & { kind: 'group'; children: ResultNode[] }
export type ResultRow = { path: string; cells: ResultValue[]; change: RowChange | null }
export type ResultTable = Named & {
  kind: 'table'
  columns: { key: string; label: string; isNumeric: boolean }[]
  rows: ResultRow[]
  /** Rows that a person took out. */
  removed: ResultRow[]
  /** Lists of single values have no rows to add or take out. */
  hasRows: boolean
}
/** Things of the same kind, each with values of its own. */
export type ResultRecords = Named & { kind: 'records'; items: ResultGroup[] }
export type ResultNode = ResultValue | ResultGroup | ResultTable | ResultRecords

type JsonObject = Record<string, unknown>
type Source = { value: unknown; claims: unknown; schema: FieldSchema } & Named
type Reading = {
  locale: Locale
  currency: string | null
  corrections: Record<string, Correction>
  rowChanges: RowChanges
  learnt: Learnt
  toReview: ReadonlySet<string>
}

const noPaths: ReadonlySet<string> = new Set()
const cellLimit = 240
const columnLimit = 8

/**
 * A result laid out for people, as they corrected it: fields in the schema's order, then what else came. Keys beginning with `_` are not
 * values; `_evidence` mirrors the values and says where each was read. A field of the schema that did not come is null.
 */
export function buildResultTree({
  result: original,
  resultSchema,
  locale,
  learnt = {},
  corrections = {},
  toReview = noPaths,
}: {
  result: JsonObject
  resultSchema: unknown
  locale: Locale
  /** What of the result the desk learnt to read itself. */
  learnt?: Learnt
  corrections?: Corrections
  /** The paths of the values that wait for a person. */
  toReview?: ReadonlySet<string>
}): ResultNode[] {
  const result = placeCorrections({ result: original, corrections })
  return readChildren({
    source: {
      value: result,
      claims: undefined,
      schema: readFieldSchema(resultSchema),
      path: '',
      key: '',
      label: '',
    },
    reading: {
      locale,
      currency: currencyOf(result),
      corrections: valueCorrectionsOf(corrections),
      rowChanges: rowChangesOf(corrections),
      learnt,
      toReview,
    },
  })
}

/** Every single value of a tree, in reading order. */
export function listValues(nodes: ResultNode[]): ResultValue[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'value') return [node]
    if (node.kind === 'group') return listValues(node.children)
    if (node.kind === 'table') return node.rows.flatMap(({ cells }) => cells)
    return listValues(node.items)
  })
}

function readChildren({ source, reading }: { source: Source; reading: Reading }): ResultNode[] {
  const value = isObject(source.value) ? source.value : {}
  const claims = isObject(value._evidence) ? value._evidence : source.claims
  const known = Object.keys(source.schema.properties ?? {})
  const keys = [...new Set([...known, ...Object.keys(value)])].filter((key) => !key.startsWith('_'))
  return keys.map((key) => {
    const schema = schemaOf({ schema: source.schema, key })
    const label = fieldLabel({ schema, key, locale: reading.locale })
    const path = source.path ? `${source.path}.${key}` : key
    const child = { value: value[key], claims: at({ claims, key }), schema, path, key, label }
    return readNode({ source: child, reading })
  })
}

function readNode({ source, reading }: { source: Source; reading: Reading }): ResultNode {
  const { path, key, label, value } = source
  if (Array.isArray(value) && value.length > 0) return readArray({ source, items: value, reading })
  if (isListOfRows({ value, schema: source.schema })) {
    const table = readArray({ source, items: [], reading })
    if (table.kind === 'table') return table
  }
  if (isObject(value)) {
    const currency = currencyOf(value) ?? reading.currency
    const children = readChildren({ source, reading: { ...reading, currency } })
    return { kind: 'group', path, key, label, children }
  }
  return readValue({ source, reading })
}

function readArray({
  source,
  items,
  reading,
}: {
  source: Source
  items: unknown[]
  reading: Reading
}): ResultNode {
  const { path, key, label } = source
  const schema = readFieldSchema(source.schema.items)
  const inOrder = rowOrder({ listPath: path, count: items.length, rows: reading.rowChanges })
  const groups = inOrder.map((index): ResultGroup => {
    const value = items[index]
    const item: Source = {
      value,
      claims: at({ claims: source.claims, key: index }),
      schema,
      path: `${path}.${index}`,
      key: String(index),
      label: String(index + 1),
    }
    return {
      kind: 'group',
      path: item.path,
      key: item.key,
      label: item.label,
      children: isObject(value)
        ? readChildren({ source: item, reading })
        : [readValue({ source: { ...item, value, key, label }, reading })],
    }
  })
  const name = { path, key, label }
  const blank = readChildren({ source: { ...source, value: {}, claims: undefined, schema }, reading })
  const table = toTable({
    name,
    groups,
    blank,
    rowChanges: reading.rowChanges,
    toReview: reading.toReview,
    hasRows: items.every(isObject),
  })
  const isThere = ({ path: itemPath }: ResultGroup) => !reading.rowChanges[itemPath]?.removed
  return table ?? { kind: 'records', ...name, items: groups.filter(isThere) }
}

/** A list that has none, of what the schema says are things with values. */
function isListOfRows({ value, schema }: Pick<Source, 'value' | 'schema'>): boolean {
  if (value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)) return false
  return Object.keys(readFieldSchema(schema.items).properties ?? {}).length > 0
}

type Listed = {
  name: Named
  groups: ResultGroup[]
  /** The fields a row of the schema has. */
  blank: ResultNode[]
  rowChanges: RowChanges
  toReview: ReadonlySet<string>
  hasRows: boolean
}

/** A table where every item is a short row of single values; null where that would not read well. */
function toTable({ name, groups, blank, rowChanges, toReview, hasRows }: Listed): ResultTable | null {
  const columns = new Map<string, ResultValue>()
  for (const child of [...groups.flatMap((group) => group.children), ...(hasRows ? blank : [])]) {
    if (child.kind !== 'value' || isLong(child.value)) return null
    const known = columns.get(child.key)
    if (!known || known.value === null) columns.set(child.key, child)
  }
  if (columns.size > columnLimit || columns.size === 0) return null
  const rows = groups.map(({ path, children }): ResultRow => {
    const change = rowChanges[path] ?? null
    const cells = [...columns.values()].map(({ key, label, entry }): ResultValue => {
      const found = children.find((child) => child.key === key)
      const cell =
        found?.kind === 'value'
          ? found
          : {
              ...nothing,
              path: `${path}.${key}`,
              key,
              label,
              isToReview: toReview.has(`${path}.${key}`),
            }
      const typed = cell.value === null ? { ...cell, entry } : cell
      // In a row that nobody read there is nothing to go back to.
      return change?.added ? { ...typed, correction: null } : typed
    })
    return { path, cells, change }
  })
  const shown = rows.filter(({ change }) => !change?.removed)
  return {
    kind: 'table',
    ...name,
    columns: [...columns.values()].map(({ key, label }, index) => ({
      key,
      label,
      isNumeric: shown.every(({ cells }) => ['number', 'object'].includes(typeof cells[index]?.value)),
    })),
    rows: shown,
    removed: rows.filter(({ change }) => change?.removed),
    hasRows,
  }
}

function readValue({ source, reading }: { source: Source; reading: Reading }): ResultValue {
  const { path, key, label } = source
  const value = toScalar(source.value)
  const isMoney = typeof value === 'number' && isAmount(humanise(key))
  const correction = reading.corrections[path] ?? null
  const evidence = readEvidence(source.claims)
  return {
    ...{ kind: 'value', path, key, label, value, isMoney, correction },
    learnt: reading.learnt[path] ?? null,
    isToReview: reading.toReview.has(path),
    currency: isMoney ? reading.currency : null,
    evidence: shownEvidence({ evidence, correction }),
    entry: entryKind({ value: value ?? correction?.read ?? null, schema: source.schema }),
  }
}

const nothing = {
  kind: 'value',
  value: null,
  isMoney: false,
  currency: null,
  evidence: null,
  correction: null,
  learnt: null,
  isToReview: false,
  entry: 'text',
} as const

/** Nothing, blank text and an empty list all mean that no value was found. */
function toScalar(value: unknown): Scalar {
  if (typeof value === 'string') return value.trim() === '' ? null : value
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function isLong(value: Scalar): boolean {
  return typeof value === 'string' && value.length > cellLimit
}

function at({ claims, key }: { claims: unknown; key: string | number }): unknown {
  if (Array.isArray(claims)) return claims[Number(key)]
  return isObject(claims) ? claims[key] : undefined
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
