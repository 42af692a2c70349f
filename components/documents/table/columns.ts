import { type ListSort, listSorts } from '@/lib/documents/model/list-filter'
import type { ColumnId } from '@/lib/documents/views/list-columns'
import type { MessageKey } from '@/lib/i18n/catalogues'

type Column = {
  label: MessageKey
  /** In rem. */
  width: number
  /** The lower, the longer it stays when there is no room for all. */
  rank: number
  isRight?: boolean
}

export const columns: Record<ColumnId, Column> = {
  number: { label: 'table.column.number', width: 7.5, rank: 2 },
  issued: { label: 'table.column.issued', width: 6.5, rank: 4 },
  due: { label: 'table.column.due', width: 6.5, rank: 6 },
  total: { label: 'table.column.total', width: 7.5, rank: 1, isRight: true },
  toReview: { label: 'to_review', width: 5.5, rank: 3, isRight: true },
  state: { label: 'table.column.state', width: 7.5, rank: 0 },
  received: { label: 'table.column.received', width: 10.25, rank: 5, isRight: true },
  step: { label: 'table.column.step', width: 8, rank: 7 },
  pages: { label: 'table.column.pages', width: 3.5, rank: 8, isRight: true },
  duration: { label: 'table.column.duration', width: 5, rank: 9, isRight: true },
  person: { label: 'table.column.person', width: 6, rank: 10 },
}

/** Null for a column that no list is ordered by. */
export function sortOf(id: ColumnId): ListSort | null {
  return listSorts.find((sort) => sort === id) ?? null
}

/** In rem: the box, the first column at least, the room between columns and at both ends. */
const fixed = { box: 1.5, first: 13, gap: 0.75, ends: 2 }

/** The columns that fit, in their order; those of the highest rank give way first. Narrower than all: none. */
export function fitColumns({ chosen, width }: { chosen: ColumnId[]; width: number }): ColumnId[] {
  const needed = (ids: ColumnId[]) =>
    fixed.ends +
    fixed.box +
    fixed.gap +
    fixed.first +
    ids.reduce((sum, id) => sum + columns[id].width + fixed.gap, 0)
  const byRank = [...chosen].sort((one, other) => columns[one].rank - columns[other].rank)
  while (byRank.length > 0 && needed(byRank) > width) byRank.pop()
  return chosen.filter((id) => byRank.includes(id))
}

/** On paper the columns share the sheet, as wide beside one another as on screen; null: the first. */
export function printedWidth({ id, shown }: { id: ColumnId | null; shown: ColumnId[] }): string {
  const widthOf = (one: ColumnId | null) => (one ? columns[one].width : fixed.first)
  const all = shown.reduce((sum, one) => sum + widthOf(one), fixed.first)
  return `${((100 * widthOf(id)) / all).toFixed(2)}%`
}

export function gridTemplate(ids: ColumnId[]): string {
  const tracks = ids.map((id) => `${columns[id].width}rem`).join(' ')
  return `${fixed.box}rem minmax(0, 1fr) ${tracks}`
}
