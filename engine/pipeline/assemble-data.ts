import type { Extraction } from '../extract/extract'
import type { Found } from '../extract/layout/found'
import { toEvidence } from '../extract/paper/evidence'
import { putAt } from '../extract/schema/paths'

/** What was found in the shape of the schema, and in `_evidence` the same shape with where each value was read. */
export function assembleData({
  values,
  lists,
}: Pick<Extraction, 'values' | 'lists'>): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  const evidence: Record<string, unknown> = {}
  for (const [{ path }, found] of values) {
    putAt({ target: data, path, value: found.value })
    putAt({ target: evidence, path, value: toEvidence(found) })
  }
  for (const [list, rows] of lists) {
    const entries = rows.map((row) => [...row].map(([{ path }, found]) => ({ path, found })))
    putAt({
      target: data,
      path: list.path,
      value: entries.map((row) => toEntry({ row, isPlain: list.isPlain, of: ({ value }) => value })),
    })
    putAt({
      target: evidence,
      path: list.path,
      value: entries.map((row) => toEntry({ row, isPlain: list.isPlain, of: toEvidence })),
    })
  }
  return Object.keys(data).length > 0 ? { ...data, _evidence: evidence } : {}
}

function toEntry({
  row,
  isPlain,
  of,
}: {
  row: { path: string[]; found: Found<unknown> }[]
  isPlain: boolean
  of: (found: Found<unknown>) => unknown
}): unknown {
  const [first] = row
  if (isPlain) return first ? of(first.found) : null
  const entry: Record<string, unknown> = {}
  for (const { path, found } of row) putAt({ target: entry, path, value: of(found) })
  return entry
}
