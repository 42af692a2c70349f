import { type BatchPlace, writeBatchPlace } from '@/lib/documents/batches/batch-place'
import type { ErrorCode } from '@/lib/errors'

/** `file_gone`: the browser cannot read the file any more. `line_lost`: the server stayed out of reach. */
export type UploadProblemCode = ErrorCode | 'file_gone' | 'line_lost'

/** `message` is the server's own words in the reader's language, where it said any. */
export type UploadProblem = { code: UploadProblemCode; message?: string }

/** A begun upload: where the server has it, and under which key the browser remembers it. */
export type StoredUpload = { uploadUrl: string; storageKey: string }

export type UploadPhase =
  | { kind: 'checking' }
  /** Checked; waits for the rest of its batch, or for an answer about the month's pages. */
  | { kind: 'held' }
  | { kind: 'queued' }
  /** Restarted where what had arrived under its name was another file's. */
  | { kind: 'sending'; sentBytes: number; isInterrupted: boolean; isRestarted?: boolean }
  | { kind: 'received'; documentId: string }
  /** Sending it again would change nothing. */
  | { kind: 'refused'; problem: UploadProblem }
  /** `documentId` is the first copy, where this person may see it; `uploadUrl` where the bytes still are. */
  | { kind: 'duplicate'; documentId: string | null; uploadUrl: string | null }
  /** Worth another try. */
  | { kind: 'failed'; problem: UploadProblem }
  | { kind: 'cancelled' }
  /** Left over from before the page was loaded: the same file must be chosen again to go on. */
  | { kind: 'unfinished'; sentBytes: number; upload: StoredUpload | null }

export type UploadPhaseKind = UploadPhase['kind']

export type UploadOptions = { stepId: string; metadata: Record<string, string> }

export type UploadItem = {
  id: string
  /** Files that came at once; of them the month's pages are asked about together. */
  batch: number
  /** Where it stands in the receipt that the server keeps of those dropped together, through all its tries. */
  receipt: BatchPlace | null
  file: File | null
  name: string
  bytes: number
  contentType: string
  /** Null where not counted (yet). */
  pages: number | null
  options: UploadOptions
  allowDuplicate: boolean
  /** SHA-256 in hex, where it is known of a file whose bytes are not here. */
  sha256: string | null
  /** Under which id the browser keeps it for the next visit; null while it does not. */
  keptId: string | null
  phase: UploadPhase
}

const busyKinds: readonly UploadPhaseKind[] = ['checking', 'held', 'queued', 'sending']

/** On its way: leaving the page would stop it. */
export function isBusy(item: UploadItem): boolean {
  return busyKinds.includes(item.phase.kind)
}

export function canRetry(item: UploadItem): boolean {
  return (
    (item.phase.kind === 'failed' || item.phase.kind === 'cancelled') && item.file !== null && !isGone(item)
  )
}

/** It was moved, removed or changed on the disk: there is nothing that could be tried again. */
export function isGone({ phase }: UploadItem): boolean {
  return phase.kind === 'failed' && phase.problem.code === 'file_gone'
}

/** Bytes of the item the server already has. */
export function sentBytesOf({ phase, bytes }: UploadItem): number {
  if (phase.kind === 'sending' || phase.kind === 'unfinished') return phase.sentBytes
  return phase.kind === 'received' ? bytes : 0
}

/** The upload metadata of the tus protocol, as `/api/uploads` reads it. */
export function toUploadMetadata(item: UploadItem): Record<string, string> {
  const { stepId, metadata } = item.options
  return {
    filename: item.name,
    filetype: item.contentType,
    step: stepId,
    ...(Object.keys(metadata).length > 0 ? { metadata: JSON.stringify(metadata) } : {}),
    ...(item.allowDuplicate ? { duplicate: 'allow' } : {}),
    ...(item.receipt ? { batch: writeBatchPlace(item.receipt) } : {}),
  }
}
