import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError, toAppError } from '@/lib/errors'
import { expectFiles } from '@/lib/files/inspect/inspect'
import { cleanFileName } from '@/lib/files/receive/file-name'
import { removeReceived } from '@/lib/files/receive/receive'
import { type FormFile, receiveForm } from '@/lib/files/receive/receive-form'
import { maxUploadWords } from '@/lib/files/upload-policy'
import type { SignedInUser } from '@/lib/people/roles'
import type { DocumentSummary } from '../model/schema'
import { ingest, type UploadOptions } from './ingest'
import { forgetRefused } from './ingest-upload'

export type FileOutcome = { name: string; document: DocumentSummary } | { name: string; refusal: AppError }

const atOnce = 4

type UploadedForm = { user: SignedInUser; request: Request }

/**
 * Makes a document of every file of a multipart form, each for itself: one refused file says nothing of the others.
 * Throws upload.no_file and what receiveForm throws.
 */
export async function ingestForm({ user, request }: UploadedForm): Promise<FileOutcome[]> {
  expectFiles()
  const { files, fields } = await receiveForm({
    request,
    personId: user.id,
    makeRoom: () => forgetRefused(user),
  })
  if (files.length === 0) throw new AppError('upload.no_file')
  try {
    return await ingestAll({ user, files, options: fields })
  } finally {
    await Promise.all(files.map(({ file }) => file && removeReceived(file.path)))
  }
}

type FormFiles = { user: SignedInUser; files: FormFile[]; options: UploadOptions }

/** A few at once, for each waits for the disk; copies of one file in their order, so that the first is the accepted one. */
async function ingestAll({ user, files, options }: FormFiles): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = []
  const waiting = groupCopies(files)
  const takeTurns = async () => {
    for (let copies = waiting.shift(); copies; copies = waiting.shift()) {
      for (const { index, part } of copies) outcomes[index] = await ingestPart({ user, part, options })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeTurns))
  return outcomes
}

type IndexedPart = { index: number; part: FormFile }

function groupCopies(files: FormFile[]): IndexedPart[][] {
  const groups = new Map<string, IndexedPart[]>()
  for (const [index, part] of files.entries()) {
    const key = part.file?.sha256 ?? `too large: ${index}`
    groups.set(key, [...(groups.get(key) ?? []), { index, part }])
  }
  return [...groups.values()]
}

type FormPart = { user: SignedInUser; part: FormFile; options: UploadOptions }

async function ingestPart({ user, part, options }: FormPart): Promise<FileOutcome> {
  const name = cleanFileName(part.name)
  try {
    if (!part.file) throw new AppError('upload.too_large', { values: { limit: maxUploadWords } })
    return {
      name,
      document: await ingest({ user, file: { ...part.file, name, id: newDocumentId() }, options }),
    }
  } catch (thrown) {
    return { name, refusal: toAppError(thrown) }
  }
}

function newDocumentId(): string {
  return `doc_${randomUUID().replaceAll('-', '')}`
}
