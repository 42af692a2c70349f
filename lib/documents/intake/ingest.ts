import 'server-only'
import { AppError } from '@/lib/errors'
import { countPages } from '@/lib/files/inspect/inspect'
import { cleanFileName } from '@/lib/files/receive/file-name'
import { type ReceivedFile, readHead, syncOrRemove } from '@/lib/files/receive/receive'
import { sniffContentType } from '@/lib/files/receive/sniff'
import { fileStore } from '@/lib/files/stores'
import {
  isConvertible,
  maxUploadWords,
  sizeProblem,
  type UploadContentType,
  uploadKinds,
} from '@/lib/files/upload-policy'
import type { SignedInUser } from '@/lib/people/roles'
import { requireStep } from '@/lib/steps/steps'
import type { ConvertedFile } from '../model/files/sent-file'
import type { DocumentSummary } from '../model/schema'
import { findSummaries } from '../read/summary-store'
import { canSee } from '../read/visibility'
import { type EarlierDocument, findEarlier, insertDocument } from './intake-store'
import { parseMetadata } from './metadata'
import { requireStepOfToken } from './step-of-token'
import { storeConverted } from './store-converted'

/** What an uploader says beside the file, as text: a step id, a JSON object, and `allow` for a second copy. */
export type UploadOptions = { step?: string; metadata?: string; duplicate?: string }

export type IncomingFile = ReceivedFile & { id: string; name: string }

type Ingestion = { user: SignedInUser; file: IncomingFile; options: UploadOptions }

/**
 * Makes a received file a document that is on its way: checked by its bytes, stored, written down and queued. When
 * this returns, nothing short of a lost disk loses it. The received file stays for the caller to remove.
 * Throws upload.empty, too_large, unsupported_type, password_protected, unreadable, too_many_pixels, too_many_pages,
 * converted_too_large, unsupported_picture, metadata_invalid, step.unknown, token.step_forbidden, token.pages_spent,
 * document.duplicate (`duplicateOf` where the user may see it), and what the file store throws.
 */
export async function ingest({ user, file, options }: Ingestion): Promise<DocumentSummary> {
  const contentType = await requireAcceptedType(file)
  const step = await requireStep(options.step)
  requireStepOfToken({ user, stepId: step.id })
  const metadata = parseMetadata(options.metadata)
  const allowDuplicate = options.duplicate === 'allow'
  const same = { id: file.id, sha256: file.sha256, stepId: step.id }
  if (!allowDuplicate) await refuseDuplicate({ user, earlier: await findEarlier(same) })

  const [{ pages, converted }] = await Promise.all([prepare({ file, contentType }), syncOrRemove(file.path)])
  const fileKey = originalKey(file.id)
  await fileStore().put({ from: file.path, key: fileKey, sha256: file.sha256 })
  const known = { name: cleanFileName(file.name), bytes: file.bytes, contentType, pages, metadata, fileKey }
  const sender = { uploadedBy: user.id, tokenId: user.token?.id ?? null }
  const document = { ...same, ...known, converted, ...sender, stepName: step.name }
  const forget = async () => {
    await fileStore().remove(fileKey)
    if (converted) await fileStore().remove(converted.key)
  }
  const earlier = await insertDocument({ document, allowDuplicate, token: user.token }).catch(
    async (thrown: unknown) => {
      // The document may have been written down where anything else failed: then the sweep finds out.
      if (thrown instanceof AppError) await forget()
      throw thrown
    },
  )
  if (earlier) await forget()
  await refuseDuplicate({ user, earlier })
  return requireSummary(file.id)
}

type Prepared = { pages: number; converted: ConvertedFile | null }

type Incoming = { file: IncomingFile; contentType: UploadContentType }

/** What no upstream takes is converted, of everything else the pages are counted. */
async function prepare({ file, contentType }: Incoming): Promise<Prepared> {
  if (isConvertible(contentType)) return storeConverted({ file, contentType })
  return { pages: await countPages({ path: file.path, contentType }), converted: null }
}

export function originalKey(documentId: string): string {
  return `originals/${documentId}`
}

async function requireAcceptedType(file: IncomingFile): Promise<UploadContentType> {
  const problem = sizeProblem(file.bytes)
  if (problem) throw new AppError(problem, { values: { limit: maxUploadWords } })
  const contentType = await sniffContentType(await readHead(file.path))
  if (!contentType) throw new AppError('upload.unsupported_type', { values: { kinds: uploadKinds } })
  return contentType
}

type Duplicate = { user: SignedInUser; earlier: EarlierDocument | null }

async function refuseDuplicate({ user, earlier }: Duplicate): Promise<void> {
  if (!earlier) return
  const isVisible = await canSee({ user, ownerId: earlier.uploadedBy })
  throw new AppError('document.duplicate', isVisible ? { details: { duplicateOf: earlier.id } } : {})
}

async function requireSummary(id: string): Promise<DocumentSummary> {
  const [summary] = await findSummaries([id])
  if (!summary) throw new AppError('document.not_found')
  return summary
}
