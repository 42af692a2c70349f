import 'server-only'
import type { Readable } from 'node:stream'
import { AppError } from '@/lib/errors'
import { fileStore } from '@/lib/files/file-store'
import { isAcceptedContentType } from '@/lib/files/upload-policy'
import { parseByteRange } from '@/lib/http/byte-range'
import { contentDisposition } from '@/lib/http/content-disposition'
import type { SignedInUser } from '@/lib/people/roles'
import { getVisibleRow } from './get-document'

export type OriginalAnswer = { status: number; headers: Record<string, string>; stream: Readable | null }

/**
 * The bytes as received, or the asked part of them, with headers that keep a hostile file from acting in our name.
 * Throws document.not_found, document.original_gone.
 */
export async function openOriginal(given: {
  user: SignedInUser
  id: string
  range: string | null
  ifNoneMatch: string | null
  download: boolean
}): Promise<OriginalAnswer> {
  const { name, contentType, fileKey: key, sha256 } = await getVisibleRow(given)
  const bytes = key === null ? null : await fileStore().findBytes(key)
  if (key === null || bytes === null) throw new AppError('document.original_gone')

  const kind = given.download || !isAcceptedContentType(contentType) ? 'attachment' : 'inline'
  const headers = {
    'Content-Type': contentType,
    'Content-Disposition': contentDisposition({ kind, name }),
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Accept-Ranges': 'bytes',
    ETag: `"${sha256}"`,
    'Cache-Control': 'private, no-cache',
  }
  if (given.ifNoneMatch === headers.ETag) return { status: 304, headers, stream: null }
  const range = parseByteRange({ header: given.range, bytes })
  if (range === 'unsatisfiable')
    return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${bytes}` }, stream: null }
  if (!range) {
    const length = { 'Content-Length': String(bytes) }
    return { status: 200, headers: { ...headers, ...length }, stream: await fileStore().open({ key }) }
  }
  const part = {
    'Content-Length': String(range.end - range.start + 1),
    'Content-Range': `bytes ${range.start}-${range.end}/${bytes}`,
  }
  return { status: 206, headers: { ...headers, ...part }, stream: await fileStore().open({ key, ...range }) }
}
