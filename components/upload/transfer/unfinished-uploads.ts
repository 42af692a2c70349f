import { type PreviousUpload, Upload } from 'tus-js-client'
import { z } from 'zod'
import { type BatchPlace, readBatchPlace } from '@/lib/documents/batches/batch-place'
import { personHeaders } from '@/lib/page/page-session'
import { listClaimedUploads } from './claimed-uploads'
import { fetchOutcome } from './fetch-outcome'
import { fetchUploadState } from './fetch-upload-state'
import type { StoredUpload, UploadOptions, UploadPhase } from './upload-item'
import { urlStorage } from './url-storage'

const detailsSchema = z.record(z.string(), z.string())

/** An upload begun before this page was loaded, as far as it got. */
export type UnfinishedUpload = {
  name: string
  bytes: number
  contentType: string
  options: UploadOptions
  allowDuplicate: boolean
  sha256: string | null
  receipt: BatchPlace | null
  /** Where the browser keeps its name, without its bytes. */
  keptId?: string
  phase: UploadPhase
}

/** What earlier visits left half sent, asked of the server; what the server has forgotten is forgotten here too. */
export async function findUnfinishedUploads(): Promise<UnfinishedUpload[]> {
  const [stored, claimed] = await Promise.all([urlStorage.findAllUploads(), listClaimedUploads()])
  const open = stored.filter(({ uploadUrl }) => uploadUrl && !claimed.has(uploadUrl))
  const uploads = await Promise.all(open.map(toUnfinishedUpload))
  return uploads.filter((unfinished) => unfinished !== null)
}

/** Gives a leftover up, here and on the server. */
export async function discardUnfinishedUpload({ uploadUrl, storageKey }: StoredUpload): Promise<void> {
  await urlStorage.removeUpload(storageKey)
  await Upload.terminate(uploadUrl, { headers: personHeaders() }).catch(() => undefined)
}

async function toUnfinishedUpload(stored: PreviousUpload): Promise<UnfinishedUpload | null> {
  const { uploadUrl, urlStorageKey: storageKey, size, metadata } = stored
  if (!uploadUrl || !size) return null
  const state = await fetchUploadState({ uploadUrl })
  if (state === null) return null
  const isOver = typeof state === 'string' || state.bytes === size
  if (isOver) await urlStorage.removeUpload(storageKey)
  if (state === 'unknown') return null
  const phase: UploadPhase = isOver
    ? (await fetchOutcome({ uploadUrl })).phase
    : { kind: 'unfinished', sentBytes: state.bytes, upload: { storageKey, uploadUrl } }
  // What arrived in full and was accepted is a card by now.
  if (phase.kind === 'received') return null
  return {
    name: metadata.filename ?? '',
    bytes: size,
    contentType: metadata.filetype ?? '',
    options: { stepId: metadata.step ?? '', metadata: parseDetails(metadata.metadata) },
    allowDuplicate: metadata.duplicate === 'allow',
    sha256: metadata.sha256 ?? null,
    receipt: readBatchPlace(metadata.batch),
    phase,
  }
}

function parseDetails(json = '{}'): Record<string, string> {
  return detailsSchema.parse(JSON.parse(json))
}
