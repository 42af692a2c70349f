import 'server-only'
import type { Readable } from 'node:stream'
import { AppError } from '@/lib/errors'
import { fileStore } from '@/lib/files/stores'
import type { SignedInUser } from '@/lib/people/roles'
import { requireVisible } from './get-document'

export type Original = {
  name: string
  contentType: string
  sha256: string
  bytes: number
  /** The bytes from `start` to `end`, both included; all of them without a range. */
  open: (range?: { start: number; end: number }) => Promise<Readable>
}

/** The file as received. Throws document.not_found, document.original_gone. */
export async function getOriginal(target: { user: SignedInUser; id: string }): Promise<Original> {
  const { name, contentType, fileKey: key, sha256 } = await requireVisible(target)
  const bytes = key === null ? null : await fileStore().findBytes(key)
  if (key === null || bytes === null) throw new AppError('document.original_gone')
  return { name, contentType, sha256, bytes, open: (range) => fileStore().open({ key, ...range }) }
}
