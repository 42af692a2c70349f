import type { CsvValue } from '@/lib/table/csv'

type FlatRow = Record<string, CsvValue>

/**
 * A result as rows of a table. Nested values become columns by their path (`supplier.name`), lists of plain values
 * one cell. Each entry of a list of objects (the lines of an invoice) becomes a row of its own that repeats the values
 * of the whole; a result without such a list is one row. Keys that begin with `_` (where a value was read) are left out.
 */
export function flattenResult(result: Record<string, unknown>): FlatRow[] {
  const head: FlatRow = {}
  const lines: FlatRow[] = []
  for (const { path, value } of leaves({ value: result, path: '' })) {
    if (isTable(value)) lines.push(...value.map((item) => flattenLine({ path, item })))
    else head[path] = toCell(value)
  }
  return lines.length > 0 ? lines.map((line) => ({ ...head, ...line })) : [head]
}

type Leaf = { path: string; value: unknown }

function leaves({ value, path }: Leaf): Leaf[] {
  if (!isObject(value)) return [{ path, value }]
  return Object.entries(value)
    .filter(([key]) => !key.startsWith('_'))
    .flatMap(([key, inner]) => leaves({ value: inner, path: path ? `${path}.${key}` : key }))
}

function flattenLine({ path, item }: { path: string; item: unknown }): FlatRow {
  return Object.fromEntries(leaves({ value: item, path }).map((leaf) => [leaf.path, toCell(leaf.value)]))
}

/** A list within a line is not unfolded again: its entries stand in one cell. */
function toCell(value: unknown): CsvValue {
  if (Array.isArray(value))
    return value.map((entry) => (isObject(entry) ? JSON.stringify(entry) : String(entry ?? ''))).join(' | ')
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return JSON.stringify(value)
}

function isTable(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.some(isObject)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
