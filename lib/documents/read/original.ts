import 'server-only'
import type { Readable } from 'node:stream'
import { AppError } from '@/lib/errors'
import { fileStore } from '@/lib/files/stores'
import type { SignedInUser } from '@/lib/people/roles'
import { sentFile } from '../model/files/sent-file'
import { requireVisible } from './get-document'

export type Original = {
  name: string
  contentType: string
  sha256: string
  bytes: number
  /** The bytes from `start` to `end`, both included; all of them without a range. */
  open: (range?: { start: number; end: number }) => Promise<Readable>
}

type Target = { user: SignedInUser; id: string }

/** The file as received. Throws document.not_found, document.original_gone. */
export async function getOriginal(target: Target): Promise<Original> {
  const { fileKey, ...facts } = await requireVisible(target)
  return open({ ...facts, key: fileKey })
}

/** What the original was converted to. Throws document.not_found, document.original_gone, request.not_found. */
export async function getConverted(target: Target): Promise<Original> {
  const facts = await requireVisible(target)
  if (!facts.converted) throw new AppError('request.not_found')
  return open(sentFile(facts))
}

type Stored = Pick<Original, 'name' | 'contentType' | 'sha256'> & { key: string | null }

async function open({ name, contentType, sha256, key }: Stored): Promise<Original> {
  const bytes = key === null ? null : await fileStore().findBytes(key)
  if (key === null || bytes === null) throw new AppError('document.original_gone')
  return { name, contentType, sha256, bytes, open: (range) => fileStore().open({ key, ...range }) }
}
