import { z } from 'zod'
import type { ListSort } from '../model/list-filter'

/** Columns beside the first, which says whose document it is: what a list can be ordered by, and more. */
export const columnIds = [
  'number',
  'issued',
  'due',
  'total',
  'toReview',
  'state',
  'received',
  'step',
  'pages',
  'duration',
  'person',
] as const satisfies (Exclude<ListSort, 'supplier'> | 'step' | 'pages' | 'duration' | 'person')[]
export type ColumnId = (typeof columnIds)[number]

export const usualColumns: ColumnId[] = ['number', 'issued', 'due', 'total', 'toReview', 'state', 'received']

/** At least one, in the order they are shown, none twice. */
export const columnsSchema = z
  .array(z.enum(columnIds))
  .min(1)
  .max(columnIds.length)
  .refine((ids) => new Set(ids).size === ids.length, 'the same column twice')

/** Those of the names that are columns of today; null where none is. */
export function knownColumns(names: readonly string[]): ColumnId[] | null {
  const known = names.flatMap((name) => columnIds.find((id) => id === name) ?? [])
  return known.length > 0 ? [...new Set(known)] : null
}
