import 'server-only'
import { AppError } from '@/lib/errors'
import type { SignedInUser } from '@/lib/people/roles'
import type { DocumentDetail, RowRequest } from '../model/schema'
import { getDocument, requireVisible } from '../read/get-document'
import { changeRowIn } from './apply-row-change'
import { changeCorrections } from './corrections-store'

/**
 * Adds an empty row to the list at `path`, or takes the row at `path` out of its list, or puts one that was taken out
 * back. Doing what is done already changes nothing.
 * Throws document.not_found, document.no_result, document.no_such_value, document.value_changed.
 */
export async function changeRow({
  user,
  id,
  ...request
}: RowRequest & { user: SignedInUser; id: string }): Promise<DocumentDetail> {
  await requireVisible({ user, id })
  const by = { id: user.id, name: user.name }
  const isChanged = await changeCorrections({
    id,
    by,
    change: (before) => changeRowIn({ ...before, ...request, by, at: new Date().toISOString() }),
  })
  if (!isChanged) throw new AppError('document.no_result')
  return getDocument({ user, id })
}
