import 'server-only'
import { AppError, type ErrorCode, type ErrorValues, isErrorCode } from '@/lib/errors'
import { maxImagePixels, maxPicturePages } from '@/lib/files/inspect/inspector-protocol'
import { maxUploadWords, uploadKinds } from '@/lib/files/upload-policy'
import { errorMessage } from '@/lib/i18n/error-message'
import type { Translate } from '@/lib/i18n/translate-messages'
import { can, type SignedInUser } from '@/lib/people/roles'
import { decodeCursor, encodeCursor } from '../read/cursor'
import { seesAllDocuments } from '../read/visibility'
import type { Batch, BatchDetail, BatchFile, BatchPage } from './schema'
import {
  type BatchFileRow,
  type BatchRow,
  findBatch,
  findOwners,
  selectBatches,
  selectBatchFiles,
} from './store'

const pageSize = 50

/** One's own batches; administrators see all. */
function onlyPersonOf(user: SignedInUser): string | null {
  return can(user.role, 'settings') ? null : user.id
}

export async function listBatches({
  user,
  cursor,
}: {
  user: SignedInUser
  cursor?: string | undefined
}): Promise<BatchPage> {
  const after = cursor ? decodeCursor(cursor) : undefined
  const rows = await selectBatches({
    onlyPerson: onlyPersonOf(user),
    before: after && { begunAt: after.receivedAt, id: after.id },
    limit: pageSize + 1,
  })
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  const hasMore = rows.length > pageSize && last
  return {
    batches: page.map(toBatch),
    nextCursor: hasMore ? encodeCursor({ receivedAt: last.begunAt, id: last.id }) : null,
  }
}

type BatchQuery = { user: SignedInUser; id: string; t: Translate }

/** Throws batch.not_found, also for another person's. */
export async function getBatch({ user, id, t }: BatchQuery): Promise<BatchDetail> {
  const batch = await findBatch({ id, onlyPerson: onlyPersonOf(user) })
  if (!batch) throw new AppError('batch.not_found')
  const rows = await selectBatchFiles(id)
  const owners = await findOwners(rows.flatMap((row) => documentOf(row) ?? []))
  const seesAll = await seesAllDocuments(user)
  const canOpen = (row: BatchFileRow) => {
    const owner = owners.get(documentOf(row) ?? '')
    return owner !== undefined && (seesAll || owner === user.id)
  }
  return { ...toBatch(batch), files: rows.map((row) => toFile({ row, t, canOpen: canOpen(row) })) }
}

/** The document that a file became, else the first copy of it. */
function documentOf({ documentId, duplicateOf }: BatchFileRow): string | null {
  return documentId ?? duplicateOf
}

function toBatch({ personId, personName, begunAt, ...counts }: BatchRow): Batch {
  return { ...counts, begunAt: begunAt.toISOString(), person: { id: personId, name: personName } }
}

function toFile({ row, t, canOpen }: { row: BatchFileRow; t: Translate; canOpen: boolean }): BatchFile {
  const { batchId: _, at, code, ...known } = row
  const isKnown = code !== null && isErrorCode(code) && !withOtherFigures.includes(code)
  const message = isKnown ? errorMessage(t, { code, values: valuesOf(code) }) : null
  return { ...known, code, message, at: at.toISOString(), canOpen }
}

/** Their words name figures of the moment, which nobody wrote down. */
const withOtherFigures: readonly ErrorCode[] = [
  'upload.incomplete',
  'upload.too_many_open',
  'token.pages_spent',
]

/** The bounds that the words of a refusal name. */
function valuesOf(code: ErrorCode): ErrorValues {
  if (code === 'upload.too_many_pixels') return { limit: maxImagePixels / 1_000_000 }
  if (code === 'upload.too_many_pages') return { limit: maxPicturePages }
  return { limit: maxUploadWords, kinds: uploadKinds }
}
