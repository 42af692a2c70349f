import { defaultOptions, type PreviousUpload, Upload } from 'tus-js-client'
import { personHeaders } from '@/lib/page/page-session'
import { hashAside } from '../hash/hash-aside'
import { listClaimedUploads } from './claimed-uploads'

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
  const state = await fetchState(earlier.uploadUrl ?? '')
  if (state === 'gone') return 'gone'
  // Where the server cannot read what arrived, or cannot be asked now, the file's own hash has to do.
  if (!state?.sha256) return announced ? 'same' : 'other'
  if ((await hashAside(file.slice(0, state.bytes))) === state.sha256) return 'same'
  // The file that was announced, but not its bytes: nobody can go on with it.
  if (announced) await giveUp(earlier)
  return 'other'
}

type ArrivedState = { bytes: number; sha256: string | null }

/** What has arrived; `gone` where the server knows no such upload, null where it cannot be asked now. */
async function fetchState(uploadUrl: string): Promise<ArrivedState | 'gone' | null> {
  try {
    const headers = { ...personHeaders(), 'Tus-Resumable': '1.0.0', 'Want-Repr-Digest': 'sha-256=10' }
    const response = await fetch(uploadUrl, { method: 'HEAD', headers })
    if (response.status === 404 || response.status === 410) return 'gone'
    if (!response.ok) return null
    const digest = response.headers.get('Repr-Digest')?.match(/sha-256=:([\w+/=]+):/)?.[1]
    return {
      bytes: Number(response.headers.get('Upload-Offset')),
      sha256: digest ? toHex(digest) : null,
    }
  } catch {
    return null
  }
}

async function giveUp({ uploadUrl, urlStorageKey }: PreviousUpload): Promise<void> {
  await defaultOptions.urlStorage.removeUpload(urlStorageKey)
  await Upload.terminate(uploadUrl ?? '', { headers: personHeaders() }).catch(() => undefined)
}

/** Whether all but the bytes is the same. */
function isSame(one: Metadata, other: Metadata): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  keys.delete('sha256')
  return [...keys].every((key) => one[key] === other[key])
}

function toHex(base64: string): string {
  return Array.from(atob(base64), (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}
