import type { PreviousUpload, Upload } from 'tus-js-client'
import { hashInWorker } from '../hash/hash-in-worker'
import { listClaimedUploads } from './claimed-uploads'
import { fetchUploadState } from './fetch-upload-state'
import { discardUnfinishedUpload } from './unfinished-uploads'

type Metadata = Record<string, string>

type Resumption = { upload: Upload; file: File; metadata: Metadata }

/**
 * Goes on where an earlier try of the same file, meant for the same step, was cut off; never where another tab is at
 * it. Name, size and time of change do not make a file: what has arrived must have the hash of this file's beginning.
 * `other_file` where an upload had been begun that looks the same and is not.
 */
export async function resumeEarlier(resumption: Resumption): Promise<'begun' | 'resumed' | 'other_file'> {
  const { upload, metadata } = resumption
  const [earlier, claimed] = await Promise.all([upload.findPreviousUploads(), listClaimedUploads()])
  const alike = earlier.filter(
    (one) => one.uploadUrl && !claimed.has(one.uploadUrl) && isSame(one.metadata, metadata),
  )
  let found: 'begun' | 'other_file' = 'begun'
  for (const one of alike) {
    const comparison = await compare({ earlier: one, ...resumption })
    if (comparison === 'other') found = 'other_file'
    if (comparison !== 'same') continue
    upload.resumeFromPreviousUpload(one)
    return 'resumed'
  }
  return found
}

type Comparison = Resumption & { earlier: PreviousUpload }

async function compare({ earlier, file, metadata }: Comparison): Promise<'same' | 'other' | 'gone'> {
  const announced = earlier.metadata.sha256
  if (announced && announced !== metadata.sha256) return 'other'
  const uploadUrl = earlier.uploadUrl ?? ''
  const state = await fetchUploadState({ uploadUrl, wantsHash: true })
  if (state === 'unknown' || state === 'ended') return 'gone'
  // Where the server cannot read what arrived, or cannot be asked now, the file's own hash has to do.
  if (!state?.sha256) return announced ? 'same' : 'other'
  if ((await hashInWorker(file.slice(0, state.bytes))) === state.sha256) return 'same'
  // The file that was announced, but not its bytes: nobody can go on with it.
  if (announced) await discardUnfinishedUpload({ uploadUrl, storageKey: earlier.urlStorageKey })
  return 'other'
}

/** Whether all but the bytes is the same; a file goes on also where it was dropped with others. */
function isSame(one: Metadata, other: Metadata): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  for (const key of ['sha256', 'batch']) keys.delete(key)
  return [...keys].every((key) => one[key] === other[key])
}
