import { z } from 'zod'
import { findSlot, isHolder } from './value-path'

/** A row of a list (a line item) that a person added or took out. Taken back, an added one stays known as removed. */
export const rowChangeSchema = z.object({
  added: z.boolean(),
  removed: z.boolean(),
  /** The row of the same list that an added one was put in front of; without it, behind all others. */
  before: z.string().max(1000).optional(),
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

/** Puts the rows of each list in their order and takes the removed ones out, and with each what `_evidence` says of it. */
export function arrangeRows({ result, rows }: { result: Result; rows: RowChanges }): void {
  const lists = [...new Set(Object.keys(rows).map((path) => splitRowPath(path).listPath))]
  // Inner lists first: so no path leads elsewhere before its turn.
  for (const listPath of lists.sort((one, other) => depth(other) - depth(one))) {
    const order = orderIn({ result, listPath, rows })
    for (const holder of [result, result._evidence]) {
      const slot = findSlot({ holder, path: listPath })
      const list: unknown = slot?.holder[slot.key]
      if (!slot || !Array.isArray(list)) continue
      // Evidence ends with the last row that was read.
      const last = order.findLastIndex((index) => index < list.length)
      slot.holder[slot.key] = order.slice(0, last + 1).map((index) => list[index] ?? {})
    }
  }
}

type List = { result: Result; listPath: string; rows: RowChanges }

function orderIn({ result, listPath, rows }: List): number[] {
  const slot = findSlot({ holder: result, path: listPath })
  const list: unknown = slot?.holder[slot.key]
  const count = Array.isArray(list) ? list.length : 0
  return rowOrder({ listPath, count, rows }).filter((index) => !rows[`${listPath}.${index}`]?.removed)
}

/** The places of a list's rows, removed ones too, in the order in which they stand. */
export function rowOrder({ listPath, count, rows }: Omit<List, 'result'> & { count: number }): number[] {
  const places = Array.from({ length: count }, (_, index) => index)
  const changeOf = (index: number) => rows[`${listPath}.${index}`]
  const order = places.filter((index) => !changeOf(index)?.added)
  for (const index of places.filter((one) => changeOf(one)?.added)) {
    const before = changeOf(index)?.before
    const at = before === undefined ? -1 : order.indexOf(splitRowPath(before).index)
    order.splice(at < 0 ? order.length : at, 0, index)
  }
  return order
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

export function splitRowPath(path: string): RowPath {
  const dot = path.lastIndexOf('.')
  return { listPath: path.slice(0, dot), index: Number(path.slice(dot + 1)) }
}

const depth = (listPath: string) => listPath.split('.').length
