import 'server-only'
import { AppError } from '@/lib/errors'
import type { SignedInUser } from '@/lib/people/roles'
import {
  type Correction,
  type Place,
  readScalar,
  type Scalar,
  valueCorrectionsOf,
} from '../model/corrections'
import type { DocumentDetail } from '../model/schema'
import { getDocument, requireVisible } from '../read/get-document'
import { changeConfirmations, changeCorrections, saveChecked } from './corrections-store'
import { misfitOf } from './misfit'

type Target = { user: SignedInUser; id: string }
type ValueChange = Target & { path: string; value: Scalar; was: Scalar; place?: Place | undefined }

/**
 * Puts `value` in the place of what was read at `path`; the same value as was read takes a correction back. `was` is
 * the value its corrector saw: where somebody else has changed it meanwhile, nothing is overwritten.
 * Throws document.not_found, document.no_result, document.no_such_value, document.value_changed, document.value_misfit.
 */
export async function correctValue({
  user,
  id,
  path,
  value,
  was,
  place,
}: ValueChange): Promise<DocumentDetail> {
  await requireVisible({ user, id })
  const by = { id: user.id, name: user.name }
  const isChanged = await changeCorrections({
    id,
    by,
    change: ({ result, corrections, schema }) => {
      const read = readScalar({ result, corrections, path })
      if (read === undefined) throw new AppError('document.no_such_value')
      const before = valueCorrectionsOf(corrections)[path]
      // Sent once more because its answer was lost.
      if ((before ? before.value : read) === value) return corrections
      refuseOverwriting({ before, read, was })
      const misfit = value === read ? null : misfitOf({ value, read, path, schema })
      if (misfit) throw new AppError('document.value_misfit', { values: misfit, details: misfit })
      const { [path]: _before, ...others } = corrections
      if (value === read) return others
      return { ...others, [path]: { value, read, by, at: new Date().toISOString(), ...(place && { place }) } }
    },
  })
  if (!isChanged) throw new AppError('document.no_result')
  return getDocument({ user, id })
}

type Confirmation = Target & { item: string; confirmed: boolean; was?: Scalar | undefined }

/**
 * Says that a person found one thing to review in order as it is printed (a doubtful value, a field that is not on the
 * page, a finding), or takes that back. For a value `was` is the one they saw.
 * Throws document.not_found, document.no_result, document.no_such_value, document.value_changed.
 */
export async function confirmItem({ user, id, item, confirmed, was }: Confirmation): Promise<DocumentDetail> {
  await requireVisible({ user, id })
  const by = { id: user.id, name: user.name }
  const isChanged = await changeConfirmations({
    id,
    by,
    change: ({ result, corrections, confirmations, items }) => {
      const known = items.find((one) => one.id === item)
      if (!known) throw new AppError('document.no_such_value')
      if (known.kind === 'value' && was !== undefined) {
        const read = readScalar({ result, corrections, path: item }) ?? null
        refuseOverwriting({ before: valueCorrectionsOf(corrections)[item], read, was })
      }
      const { [item]: _before, ...others } = confirmations
      return confirmed ? { ...others, [item]: { by, at: new Date().toISOString() } } : others
    },
  })
  if (!isChanged) throw new AppError('document.no_result')
  return getDocument({ user, id })
}

/** Says that a person found the values in order, or takes it back. Throws document.not_found, document.no_result. */
export async function markChecked({
  user,
  id,
  checked,
}: Target & { checked: boolean }): Promise<DocumentDetail> {
  await requireVisible({ user, id })
  const isMarked = await saveChecked({ id, checked, by: { id: user.id, name: user.name } })
  if (!isMarked) throw new AppError('document.no_result')
  return getDocument({ user, id })
}

type Overwriting = { before: Correction | undefined; read: Scalar; was: Scalar }

function refuseOverwriting({ before, read, was }: Overwriting): void {
  const current = before ? before.value : read
  if (current === was || (isBlank(current) && isBlank(was))) return
  throw new AppError('document.value_changed', {
    details: { value: current },
  })
}

/** Screens show blank text as nothing, so nothing is what their people saw. */
const isBlank = (value: Scalar) => value === null || (typeof value === 'string' && value.trim() === '')
