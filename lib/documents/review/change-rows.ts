import 'server-only'
import { AppError } from '@/lib/errors'
import type { SignedInUser } from '@/lib/people/roles'
import { type Corrections, placeCorrections, rowChangesOf } from '../model/corrections'
import { isRow, nextRowPath, type RowChange } from '../model/row-changes'
import type { DocumentDetail, RowAction } from '../model/schema'
import { getDocument, requireVisible } from '../read/get-document'
import { changeCorrections } from './corrections-store'

type RowRequest = { user: SignedInUser; id: string; path: string; action: RowAction }

const maxAddedRows = 500

/**
 * Adds an empty row at the end of the list at `path`, or takes the row at `path` out of its list, or puts one that was
 * taken out back. Corrections of its values are kept meanwhile. Doing what is done already changes nothing.
 * Throws document.not_found, document.no_result, document.no_such_value.
 */
export async function changeRow({ user, id, path, action }: RowRequest): Promise<DocumentDetail> {
  await requireVisible({ user, id })
  const by = { id: user.id, name: user.name }
  const isChanged = await changeCorrections({
    id,
    by,
    change: (before) => {
      const wanted = { ...before, path, action }
      const changed = action === 'add' ? addRow(wanted) : moveRow(wanted)
      if (!changed) return before.corrections
      return withRow({ corrections: before.corrections, ...changed, by, at: new Date().toISOString() })
    },
  })
  if (!isChanged) throw new AppError('document.no_result')
  return getDocument({ user, id })
}

type Change = { result: Record<string, unknown>; corrections: Corrections; path: string; action: RowAction }
type ChangedRow = Pick<RowChange, 'added' | 'removed'> & { path: string }

function addRow({ result, corrections, path: listPath }: Change): ChangedRow {
  const path = nextRowPath({ result: placeCorrections({ result, corrections }), listPath })
  const added = Object.values(rowChangesOf(corrections)).filter((one) => one.added)
  if (!path || added.length >= maxAddedRows) throw new AppError('document.no_such_value')
  return { path, added: true, removed: false }
}

/** Takes a row out or puts it back; null where it is so already. */
function moveRow({ result, corrections, path, action }: Change): ChangedRow | null {
  if (!isRow({ result: placeCorrections({ result, corrections }), path })) {
    throw new AppError('document.no_such_value')
  }
  const { added, removed } = rowChangesOf(corrections)[path] ?? { added: false, removed: false }
  const isOut = action === 'remove'
  return removed === isOut ? null : { path, added, removed: isOut }
}

/** A row that was read and stands in its place again has no change to tell of. */
function withRow({
  path,
  corrections,
  ...change
}: RowChange & { path: string; corrections: Corrections }): Corrections {
  const { [path]: _before, ...others } = corrections
  return change.added || change.removed ? { ...others, [path]: change } : others
}
