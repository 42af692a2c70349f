import { bytesToHex } from '@noble/hashes/utils.js'
import { personHeaders } from '@/lib/page/page-session'

/** What has arrived of an upload; the hash where it was wanted and the server can read it. */
type UploadState = { bytes: number; sha256: string | null }

/** `unknown` or `ended` where the server goes on with it no more, null where it cannot be asked now. */
export async function fetchUploadState({
  uploadUrl,
  wantsHash = false,
}: {
  uploadUrl: string
  wantsHash?: boolean
}): Promise<UploadState | 'unknown' | 'ended' | null> {
  try {
    const response = await fetch(uploadUrl, {
      method: 'HEAD',
      headers: {
        ...personHeaders(),
        'Tus-Resumable': '1.0.0',
        ...(wantsHash ? { 'Want-Repr-Digest': 'sha-256=10' } : {}),
      },
    })
    if (response.status === 404) return 'unknown'
    if (response.status === 410) return 'ended'
    const bytes = Number(response.headers.get('Upload-Offset') ?? Number.NaN)
    const digest = response.headers.get('Repr-Digest')?.match(/sha-256=:([\w+/=]+):/)?.[1]
    return response.ok && Number.isFinite(bytes) ? { bytes, sha256: digest ? toHex(digest) : null } : null
  } catch {
    return null
  }
}

function toHex(base64: string): string {
  return bytesToHex(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
}
