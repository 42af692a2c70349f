import { z } from 'zod'
import { findSlot, isHolder } from './value-path'

/** A row of a list (a line item) that a person added or took out. Taken back, an added one stays known as removed. */
export const rowChangeSchema = z.object({
  added: z.boolean(),
  removed: z.boolean(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.iso.datetime(),
})
export type RowChange = z.infer<typeof rowChangeSchema>

/** By the path of the row: that of its list and its place, `line_items.4`. Added rows stand behind all that were read. */
export type RowChanges = Record<string, RowChange>

type Result = Record<string, unknown>

/** Puts an empty row into `result` for each that was added, removed again or not, so that every path leads somewhere. */
export function placeAddedRows({ result, rows }: { result: Result; rows: RowChanges }): void {
  for (const path of Object.keys(rows).filter((one) => rows[one]?.added)) {
    const { listPath, index } = splitRowPath(path)
    const slot = findSlot({ holder: result, path: listPath })
    if (!slot) continue
    const list = slot.holder[slot.key] ?? []
    if (!Array.isArray(list)) continue
    list[index] ??= {}
    slot.holder[slot.key] = list
  }
}

/** Takes the removed rows out of `result`, and with each what `_evidence` says of it. */
export function dropRemovedRows({ result, rows }: { result: Result; rows: RowChanges }): void {
  const removed = Object.keys(rows).filter((path) => rows[path]?.removed)
  // From the back, and inner lists first: so no row moves before its turn.
  for (const path of removed.map(splitRowPath).sort(fromTheBack)) {
    for (const holder of [result, result._evidence]) {
      const slot = findSlot({ holder, path: path.listPath })
      const list = slot?.holder[slot.key]
      if (Array.isArray(list)) list.splice(path.index, 1)
    }
  }
}

/**
 * The path that the next row of a list would have, in a result that holds its added rows. Undefined where no row can
 * be added: where there is a single value, or a list of single values.
 */
export function nextRowPath({ result, listPath }: { result: Result; listPath: string }): string | undefined {
  const slot = findSlot({ holder: result, path: listPath })
  const list = slot && (slot.holder[slot.key] ?? [])
  return Array.isArray(list) && list.every(isHolder) ? `${listPath}.${list.length}` : undefined
}

/** Whether there is a row of a list at this path, in a result that holds its added rows. */
export function isRow({ result, path }: { result: Result; path: string }): boolean {
  const slot = findSlot({ holder: result, path })
  return slot !== null && Array.isArray(slot.holder) && isHolder(slot.holder[slot.key])
}

type RowPath = { listPath: string; index: number }

function splitRowPath(path: string): RowPath {
  const dot = path.lastIndexOf('.')
  return { listPath: path.slice(0, dot), index: Number(path.slice(dot + 1)) }
}

const fromTheBack = (one: RowPath, other: RowPath) => depth(other) - depth(one) || other.index - one.index
const depth = ({ listPath }: RowPath) => listPath.split('.').length
