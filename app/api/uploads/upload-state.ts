import 'server-only'
import type { Upload } from '@tus/server'
import { uploads } from '@/lib/files/uploads'
import type { SignedInUser } from '@/lib/people/roles'
import { answerTus } from './tus'

const always = { 'Tus-Resumable': '1.0.0', 'Cache-Control': 'no-store' }

/** A resuming client learns from this that all of its file is here, and asks for the outcome. */
export function answerAcceptedUpload({ bytes }: { bytes: number }): Response {
  const headers = { ...always, 'Upload-Offset': String(bytes), 'Upload-Length': String(bytes) }
  return new Response(null, { status: 200, headers })
}

type StateRequest = { user: SignedInUser; request: Request; upload: Upload }

/**
 * Answers how much of an upload is here. One that was refused is gone: a client that found it whole would report
 * success. Who asks by `Want-Repr-Digest` (RFC 9530) is told the SHA-256 of what has arrived, so that it goes on with
 * no other file than it began with.
 */
export async function answerUploadState({ user, request, upload }: StateRequest): Promise<Response> {
  if (upload.metadata?.refused) return new Response(null, { status: 410, headers: always })
  const response = await answerTus({ user, request, upload })
  const bytes = Number(response.headers.get('Upload-Offset'))
  if (!/\bsha-256\b/.test(request.headers.get('Want-Repr-Digest') ?? '')) return response
  const { store } = await uploads()
  const sha256 = await store.hashArrived({ id: upload.id, bytes })
  if (sha256) response.headers.set('Repr-Digest', toDigest(sha256))
  return response
}

function toDigest(sha256: string): string {
  return `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`
}
