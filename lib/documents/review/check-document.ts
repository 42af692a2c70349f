import 'server-only'
import { AppError } from '@/lib/errors'
import type { SignedInUser } from '@/lib/people/roles'
import { type Correction, readScalar, type Scalar, valueCorrectionsOf } from '../model/corrections'
import type { DocumentDetail } from '../model/schema'
import { getDocument, requireVisible } from '../read/get-document'
import { changeCorrections, saveChecked } from './corrections-store'

type Target = { user: SignedInUser; id: string }

/**
 * Puts `value` in the place of what was read at `path`; the same value as was read takes a correction back. `was` is
 * the value its corrector saw: where somebody else has changed it meanwhile, nothing is overwritten.
 * Throws document.not_found, document.no_result, document.no_such_value, document.value_changed.
 */
export async function correctValue(
  given: Target & { path: string; value: Scalar; was: Scalar },
): Promise<DocumentDetail> {
  const { user, id, path } = given
  await requireVisible(given)
  const isChanged = await changeCorrections({
    id,
    change: ({ result, corrections }) => {
      const read = readScalar({ result, corrections, path })
      if (read === undefined) throw new AppError('document.no_such_value')
      refuseOverwriting({ before: valueCorrectionsOf(corrections)[path], read, was: given.was })
      const { [path]: _before, ...others } = corrections
      if (given.value === read) return others
      const by = { id: user.id, name: user.name }
      return { ...others, [path]: { value: given.value, read, by, at: new Date().toISOString() } }
    },
  })
  if (!isChanged) throw new AppError('document.no_result')
  return getDocument(given)
}

/** Says that a person found the values in order, or takes it back. Throws document.not_found, document.no_result. */
export async function markChecked(given: Target & { checked: boolean }): Promise<DocumentDetail> {
  await requireVisible(given)
  const isMarked = await saveChecked({ id: given.id, checkedBy: given.checked ? given.user.id : null })
  if (!isMarked) throw new AppError('document.no_result')
  return getDocument(given)
}

function refuseOverwriting(given: { before: Correction | undefined; read: Scalar; was: Scalar }): void {
  const { before, read, was } = given
  const current = before ? before.value : read
  if (current === was || (isBlank(current) && isBlank(was))) return
  throw new AppError('document.value_changed', {
    details: { value: current },
  })
}

/** Screens show blank text as nothing, so nothing is what their people saw. */
const isBlank = (value: Scalar) => value === null || (typeof value === 'string' && value.trim() === '')
