import 'server-only'
import type { Upload } from '@tus/server'
import { waitForLease } from '@/lib/db/lease'
import { AppError, toAppError } from '@/lib/errors'
import { cleanFileName } from '@/lib/files/receive/file-name'
import { endPromise, keepPromise } from '@/lib/files/room/promised-room'
import { listKept } from '@/lib/files/room/promises-store'
import { uploads } from '@/lib/files/uploads'
import type { SignedInUser } from '@/lib/people/roles'
import { recordOutcome } from '../batches/record-outcome'
import type { DocumentSummary } from '../model/schema'
import { findSummaries } from '../read/summary-store'
import { ingest } from './ingest'
import type { FileOutcome } from './ingest-form'

type CompleteUpload = { user: SignedInUser; uploadId: string; duplicate?: string | undefined }

const timeoutMs = 60_000

/** The document an upload becomes: known beforehand, so that finishing it twice makes one document. */
function documentIdOf(uploadId: string): string {
  return `doc_${uploadId}`
}

export async function findAccepted({ user, uploadId }: CompleteUpload): Promise<DocumentSummary | null> {
  const [document] = await findSummaries([documentIdOf(uploadId)])
  return document?.uploadedBy.id === user.id ? document : null
}

/**
 * Makes a complete upload a document, or tells what became of it before; asking again is harmless. `duplicate` = `allow`
 * overrides what was said when the upload began. A refused upload is kept for its day, so that a duplicate can be
 * allowed without sending the bytes again; of one whose bytes are not those of its file nothing is kept. Throws upload.not_found, upload.incomplete and what is our own fault.
 */
export async function ingestUpload(complete: CompleteUpload): Promise<FileOutcome> {
  const lease = await waitForLease({ name: `finish:${complete.uploadId}`, timeoutMs })
  if (!lease) throw new AppError('upload.out_of_step')
  try {
    return await ingestOnce(complete)
  } finally {
    await lease.end()
  }
}

async function ingestOnce({ user, uploadId, duplicate }: CompleteUpload): Promise<FileOutcome> {
  const accepted = await findAccepted({ user, uploadId })
  if (accepted) {
    // Its receipt may be missing, where the process died between the two.
    const kept = await requireOwnUpload({ user, uploadId }).catch(() => null)
    if (kept) await record({ user, upload: kept, outcome: { document: accepted } })
    await forgetUpload(uploadId)
    return { name: accepted.name, document: accepted }
  }
  const upload = await requireOwnUpload({ user, uploadId })
  if (upload.offset !== upload.size)
    throw new AppError('upload.incomplete', { values: { received: upload.offset } })
  const name = cleanFileName(upload.metadata?.filename ?? '')
  try {
    const document = await ingestStored({ user, upload, name, duplicate })
    await record({ user, upload, outcome: { document } })
    await forgetUpload(uploadId)
    return { name, document }
  } catch (thrown) {
    const refusal = toAppError(thrown)
    if (refusal.status >= 500) throw refusal
    await record({ user, upload, outcome: { refusal } })
    if (refusal.code === 'upload.checksum_mismatch') await forgetUpload(uploadId)
    else await markRefused({ upload, code: refusal.code })
    return { name, refusal }
  }
}

type Settled = { user: SignedInUser; upload: Upload; outcome: Parameters<typeof recordOutcome>[0]['outcome'] }

/** In the receipt of its batch, before the upload and what it said of that are gone. */
async function record({ user, upload, outcome }: Settled): Promise<void> {
  const { filename, batch, sha256 } = upload.metadata ?? {}
  const file = { name: cleanFileName(filename ?? ''), bytes: upload.size ?? 0, sha256: sha256 ?? null }
  await recordOutcome({ user, place: batch, file, outcome })
}

/** Makes room among what one person may have: what was refused is kept for convenience alone. False where there is none. */
export async function forgetRefused({ id }: SignedInUser): Promise<boolean> {
  const kept = await listKept(id)
  for (const uploadId of kept) await forgetUpload(uploadId)
  return kept.length > 0
}

/** Its document has a copy of its own. Gone already is as good. */
async function forgetUpload(uploadId: string): Promise<void> {
  const { store } = await uploads()
  await store.remove(uploadId).catch(() => undefined)
  await endPromise(uploadId)
}

type UploadTarget = { user: SignedInUser; uploadId: string }

/** The upload, if it is this user's. Throws upload.not_found. */
export async function requireOwnUpload({ user, uploadId }: UploadTarget): Promise<Upload> {
  if (!/^[0-9a-f]+$/.test(uploadId)) throw new AppError('upload.not_found')
  const { store } = await uploads()
  const upload = await store.getUpload(uploadId).catch((cause) => {
    throw isGone(cause) ? new AppError('upload.not_found', { cause }) : cause
  })
  if (upload.metadata?.owner === user.id) return upload
  throw new AppError('upload.not_found')
}

/** tus says so with a plain object; anything else is a fault of the store. */
export function isGone(error: { status_code?: number }): boolean {
  return error.status_code === 404 || error.status_code === 410
}

type StoredUpload = { user: SignedInUser; upload: Upload; name: string; duplicate: string | undefined }

async function ingestStored({ user, upload, name, ...asked }: StoredUpload): Promise<DocumentSummary> {
  const { step, metadata } = upload.metadata ?? {}
  const duplicate = asked.duplicate ?? upload.metadata?.duplicate
  const options = {
    ...(step ? { step } : {}),
    ...(metadata ? { metadata } : {}),
    ...(duplicate ? { duplicate } : {}),
  }
  const { store } = await uploads()
  const id = documentIdOf(upload.id)
  return store.withFile({
    upload,
    use: (file) => {
      requireSameBytes({ announced: upload.metadata?.sha256, arrived: file.sha256 })
      return ingest({ user, file: { ...file, id, name }, options })
    },
  })
}

/** An upload may have gone on with another file of that name, or parts of it may have been lost. */
function requireSameBytes({ announced, arrived }: { announced: string | null | undefined; arrived: string }) {
  if (announced && announced !== arrived) throw new AppError('upload.checksum_mismatch')
}

/** So that the sweep does not try it again each time. */
async function markRefused({ upload, code }: { upload: Upload; code: string }): Promise<void> {
  upload.metadata = { ...upload.metadata, refused: code }
  const { store } = await uploads()
  await store.saveNote(upload)
  const { id, size: bytes = 0 } = upload
  await keepPromise({ id, bytes, personId: upload.metadata?.owner ?? '' })
}
