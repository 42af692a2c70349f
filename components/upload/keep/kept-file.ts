import type { BatchPlace } from '@/lib/documents/batches/batch-place'
import type { UploadOptions } from '../transfer/upload-item'

/** A file that waits to be sent, as the browser keeps it from one visit to the next. */
export type KeptFile = {
  id: string
  /** Whose it is: nobody else is shown it. */
  personId: string
  /** The tab that dropped it, for browsers that cannot say which tabs are open. */
  tabId: string
  receipt: BatchPlace | null
  name: string
  bytes: number
  contentType: string
  pages: number | null
  options: UploadOptions
  allowDuplicate: boolean
  /** SHA-256 in hex, by which the same file is known when it is chosen again; null while it was not counted. */
  sha256: string | null
  /** It waits for no answer any more. */
  isReleased: boolean
  /** Whether the bytes are here too, or the name alone. */
  hasBytes: boolean
  /** Milliseconds since 1970. */
  keptAt: number
}

const maxFiles = 500
const maxBytes = 2_000_000_000
/** Of what the browser would still give the desk, the rest is left to others. */
const shareOfFree = 0.5

/** As long as the server keeps an upload, and a weekend more. */
export const keptLifeMs = 4 * 24 * 60 * 60_000

type Kept = Pick<KeptFile, 'hasBytes' | 'bytes'>

/** Whether the bytes of one more file may be kept beside those that are; `freeBytes` is null where nobody knows. */
export function hasRoom({
  kept,
  bytes,
  freeBytes,
}: {
  kept: Kept[]
  bytes: number
  freeBytes: number | null
}) {
  const whole = kept.filter(({ hasBytes }) => hasBytes)
  const keptBytes = whole.reduce((sum, one) => sum + one.bytes, 0)
  const isFree = freeBytes === null || bytes <= freeBytes * shareOfFree
  return whole.length < maxFiles && keptBytes + bytes <= maxBytes && isFree
}

/** Names are small, but not without end. */
export const maxNames = 5_000
