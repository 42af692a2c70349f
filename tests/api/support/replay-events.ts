import type { FieldEvent } from '@/lib/documents/model/field-event'
import { arrangeRows, type RowChanges } from '@/lib/documents/model/row-changes'
import { findSlot } from '@/lib/documents/model/value-path'

type Replayed = { result: Record<string, unknown>; events: FieldEvent[] }

const nobody = { added: false, removed: false, by: { id: '', name: '' }, at: '' }

/** What a result becomes when the events of its history, the oldest first, are done to it one by one. */
export function replayEvents({ result, events }: Replayed): Record<string, unknown> {
  const replayed = structuredClone(result)
  const rows: RowChanges = {}
  for (const { kind, path, to } of events) {
    if (path === null) continue
    const slot = findSlot({ holder: replayed, path })
    if (kind === 'row_deleted') rows[path] = { ...(rows[path] ?? nobody), removed: true }
    if (kind === 'row_restored') rows[path] = { ...(rows[path] ?? nobody), removed: false }
    if (kind === 'row_inserted') {
      insertRow({ result: replayed, path })
      rows[path] = { ...nobody, added: true, ...(typeof to === 'string' && { before: to }) }
    }
    if ((kind === 'corrected' || kind === 'restored') && slot) slot.holder[slot.key] = to
  }
  arrangeRows({ result: replayed, rows })
  return replayed
}

function insertRow({ result, path }: { result: Record<string, unknown>; path: string }): void {
  const dot = path.lastIndexOf('.')
  const slot = findSlot({ holder: result, path: path.slice(0, dot) })
  const list = slot?.holder[slot.key]
  if (Array.isArray(list)) list[Number(path.slice(dot + 1))] = {}
}

/** A field that was filled in and taken back is as good as one that never was. */
export function withoutNulls<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value, (_key, one: unknown) => (one === null ? undefined : one)))
}
