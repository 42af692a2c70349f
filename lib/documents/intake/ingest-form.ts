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
import { takeIn, type UploadOptions } from './ingest'

/** What became of one file: a document, or the reason it was refused. */
export type FileOutcome = { name: string; document: DocumentSummary } | { name: string; refusal: AppError }

const atOnce = 4

/**
 * Takes in every file of a multipart form, each for itself: one refused file says nothing of the others.
 * Throws upload.no_file and what receiveForm throws.
 */
export async function acceptForm(given: { user: SignedInUser; request: Request }): Promise<FileOutcome[]> {
  expectFiles()
  const { files, fields } = await receiveForm(given.request)
  if (files.length === 0) throw new AppError('upload.no_file')
  try {
    return await acceptAll({ user: given.user, files, options: fields })
  } finally {
    await Promise.all(files.map(({ file }) => file && removeReceived(file.path)))
  }
}

/** A few at once, for each waits for the disk; copies of one file in their order, so that the first is the accepted one. */
async function acceptAll(given: {
  user: SignedInUser
  files: FormFile[]
  options: UploadOptions
}): Promise<FileOutcome[]> {
  const { user, files, options } = given
  const outcomes: FileOutcome[] = []
  const waiting = groupCopies(files)
  const takeTurns = async () => {
    for (let copies = waiting.shift(); copies; copies = waiting.shift()) {
      for (const { place, file } of copies) outcomes[place] = await acceptFile({ user, file, options })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeTurns))
  return outcomes
}

function groupCopies(files: FormFile[]): { place: number; file: FormFile }[][] {
  const groups = new Map<string, { place: number; file: FormFile }[]>()
  for (const [place, file] of files.entries()) {
    const key = file.file?.sha256 ?? `too large: ${place}`
    groups.set(key, [...(groups.get(key) ?? []), { place, file }])
  }
  return [...groups.values()]
}

async function acceptFile(given: {
  user: SignedInUser
  file: FormFile
  options: UploadOptions
}): Promise<FileOutcome> {
  const { user, options } = given
  const name = cleanFileName(given.file.name)
  try {
    if (!given.file.file) throw new AppError('upload.too_large', { values: { limit: maxUploadWords } })
    const file = { ...given.file.file, name, id: newDocumentId() }
    return { name, document: await takeIn({ user, file, options }) }
  } catch (thrown) {
    return { name, refusal: toAppError(thrown) }
  }
}

function newDocumentId(): string {
  return `doc_${randomUUID().replaceAll('-', '')}`
}
