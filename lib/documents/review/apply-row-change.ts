import { AppError } from '@/lib/errors'
import { type Corrections, placeCorrections, rowChangesOf } from '../model/corrections'
import { isRow, nextRowPath, type RowChange, splitRowPath } from '../model/row-changes'
import type { RowRequest } from '../model/schema'

type Person = { id: string; name: string }
type Change = RowRequest & {
  result: Record<string, unknown>
  corrections: Corrections
  by: Person
  at: string
}

const maxAddedRows = 500

/**
 * The corrections with an empty row more, or with a row taken out of its list or put back; those that were handed in
 * where it is done already. Corrections of its values are kept meanwhile.
 * Throws document.no_such_value, document.value_changed where somebody else has a row at the path it is to have.
 */
export function changeRowIn(change: Change): Corrections {
  const { corrections, by, at } = change
  const changed = change.action === 'add' ? addRow(change) : moveRow(change)
  if (!changed) return corrections
  const { path, ...row } = changed
  const { [path]: _before, ...others } = corrections
  // A row that was read and stands in its place again has no change to tell of.
  return row.added || row.removed ? { ...others, [path]: { ...row, by, at } } : others
}

type ChangedRow = Pick<RowChange, 'added' | 'removed' | 'before'> & { path: string }

function addRow({ result, corrections, by, path: listPath, row, before }: Change): ChangedRow | null {
  const placed = placeCorrections({ result, corrections })
  const path = nextRowPath({ result: placed, listPath })
  const rows = rowChangesOf(corrections)
  const added = Object.values(rows).filter((one) => one.added)
  if (!path || added.length >= maxAddedRows) throw new AppError('document.no_such_value')
  const isOfList = before === undefined || splitRowPath(before).listPath === listPath
  if (before !== undefined && !(isOfList && isRow({ result: placed, path: before }))) {
    throw new AppError('document.no_such_value')
  }
  if (row !== undefined && row !== path) {
    // Sent once more because its answer was lost.
    if (rows[row]?.added && rows[row].by.id === by.id) return null
    throw new AppError('document.value_changed')
  }
  return { path, added: true, removed: false, ...(before !== undefined && { before }) }
}

/** Takes a row out or puts it back; null where it is so already. */
function moveRow({ result, corrections, path, action }: Change): ChangedRow | null {
  if (!isRow({ result: placeCorrections({ result, corrections }), path })) {
    throw new AppError('document.no_such_value')
  }
  const { added, removed, before } = rowChangesOf(corrections)[path] ?? { added: false, removed: false }
  const isOut = action === 'remove'
  return removed === isOut ? null : { path, added, removed: isOut, ...(before !== undefined && { before }) }
}
