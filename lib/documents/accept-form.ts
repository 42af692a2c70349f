import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError, toAppError } from '../errors'
import { cleanFileName } from '../files/file-name'
import { removeReceived } from '../files/receive'
import { type FormFile, receiveForm } from '../files/receive-form'
import { maxUploadWords } from '../files/upload-policy'
import type { SignedInUser } from '../people/roles'
import { takeIn, type UploadOptions } from './intake'
import type { DocumentSummary } from './schema'

/** What became of one file: a document, or the reason it was refused. */
export type FileOutcome = { name: string; document: DocumentSummary } | { name: string; refusal: AppError }

/**
 * Takes in every file of a multipart form, each for itself: one refused file says nothing of the others.
 * Throws upload.no_file and what receiveForm throws.
 */
export async function acceptForm(given: { user: SignedInUser; request: Request }): Promise<FileOutcome[]> {
  const { files, fields } = await receiveForm(given.request)
  if (files.length === 0) throw new AppError('upload.no_file')
  try {
    const outcomes: FileOutcome[] = []
    for (const file of files) outcomes.push(await acceptFile({ user: given.user, file, options: fields }))
    return outcomes
  } finally {
    await Promise.all(files.map(({ file }) => file && removeReceived(file.path)))
  }
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
