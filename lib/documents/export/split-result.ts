import type { CsvValue } from '@/lib/table/csv'
import { isObject } from '../model/value-path'

type FlatRow = Record<string, CsvValue>

/** One entry of a list of things: the line items of an invoice, its taxes. `number` counts from 1 within its list. */
export type ResultLine = { list: string; number: number; row: FlatRow }

export type SplitResult = { values: FlatRow; lines: ResultLine[] }

/**
 * A result as one row of values and any number of lines, so that no value stands more than once. Nested values go by
 * their path (`supplier.name`), within a line by the path from there; a list of plain values is one. Keys that begin
 * with `_` (where a value was read) are left out.
 */
export function splitResult(result: Record<string, unknown>): SplitResult {
  const values: FlatRow = {}
  const lines: ResultLine[] = []
  for (const { path, value } of leaves({ value: result, path: '' })) {
    if (isTable(value)) {
      lines.push(...value.map((item, index) => ({ list: path, number: index + 1, row: flatten(item) })))
    } else if (!isEmptyList(value)) values[path] = toCell(value)
  }
  return { values, lines }
}

type Leaf = { path: string; value: unknown }

function leaves({ value, path }: Leaf): Leaf[] {
  if (!isObject(value)) return [{ path, value }]
  return Object.entries(value)
    .filter(([key]) => !key.startsWith('_'))
    .flatMap(([key, inner]) => leaves({ value: inner, path: path ? `${path}.${key}` : key }))
}

/** The leaves of a thing by their paths. */
export function flatten(item: unknown): FlatRow {
  return Object.fromEntries(leaves({ value: item, path: '' }).map(({ path, value }) => [path, toCell(value)]))
}

/** A list within a line is not unfolded again: its entries stand in one cell. */
export function toCell(value: unknown): CsvValue {
  if (Array.isArray(value))
    return value.map((entry) => (isObject(entry) ? JSON.stringify(entry) : String(entry ?? ''))).join(' | ')
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return JSON.stringify(value)
}

function isTable(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.some(isObject)
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0
