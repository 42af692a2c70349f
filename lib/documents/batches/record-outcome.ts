import 'server-only'
import { AppError } from '@/lib/errors'
import { cleanFileName } from '@/lib/files/receive/file-name'
import type { SignedInUser } from '@/lib/people/roles'
import type { DocumentSummary } from '../model/schema'
import { readBatchPlace } from './batch-place'
import type { RefusedFiles } from './schema'
import { openBatch, saveBatchFile, saveReportedFiles } from './store'

type Joining = { user: SignedInUser; place: string | null | undefined }

/** Checks what an upload says of its batch and begins that. Throws request.invalid for what is none, or another person's. */
export async function joinBatch({ user, place: text }: Joining): Promise<void> {
  if (!text) return
  const place = readBatchPlace(text)
  if (!place) throw new AppError('request.invalid', { values: { problem: 'batch' } })
  await requireOwnBatch({ user, batchId: place.batchId })
}

/** False where the person has had too many batches that day. */
async function requireOwnBatch({ user, batchId }: { user: SignedInUser; batchId: string }): Promise<boolean> {
  const personId = await openBatch({ id: batchId, personId: user.id })
  if (personId !== null && personId !== user.id)
    throw new AppError('request.invalid', { values: { problem: 'batch' } })
  return personId !== null
}

type Outcome = { document: DocumentSummary } | { refusal: AppError }
type Recording = {
  user: SignedInUser
  /** As the upload said it. */
  place: string | null | undefined
  file: { name: string; bytes: number; sha256: string | null }
  outcome: Outcome
}

/** Writes down what became of a file of a batch; a file of none has no receipt. */
export async function recordOutcome({ user, place: text, file, outcome }: Recording): Promise<void> {
  const place = readBatchPlace(text)
  if (!place || !(await requireOwnBatch({ user, batchId: place.batchId }))) return
  await saveBatchFile({ ...place, ...file, ...factsOf(outcome) })
}

function factsOf(outcome: Outcome) {
  if ('document' in outcome) {
    const { id, pages, name } = outcome.document
    return { name, outcome: 'received', pages, code: null, documentId: id, duplicateOf: null } as const
  }
  const { code, details } = outcome.refusal
  const { duplicateOf } = details
  const isCopy = code === 'document.duplicate'
  return {
    outcome: isCopy ? 'duplicate' : 'refused',
    pages: null,
    code,
    documentId: null,
    duplicateOf: typeof duplicateOf === 'string' ? duplicateOf : null,
  } as const
}

type Report = { user: SignedInUser; batchId: string } & RefusedFiles

/** Writes down what a browser did not send at all. Throws request.invalid. */
export async function recordRefused({ user, batchId, files }: Report): Promise<void> {
  if (!readBatchPlace(`${batchId}:1`)) throw new AppError('request.invalid', { values: { problem: 'batch' } })
  if (!(await requireOwnBatch({ user, batchId }))) return
  const nothing = { sha256: null, pages: null, documentId: null, duplicateOf: null }
  await saveReportedFiles(
    files.map((file) => ({
      ...nothing,
      ...file,
      name: cleanFileName(file.name),
      batchId,
      outcome: 'refused',
    })),
  )
}
