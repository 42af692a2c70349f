import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type DetailedError, Upload } from 'tus-js-client'
import { uploadOutcomeSchema } from '@/lib/documents/model/schema'
import type { DeskClient } from './desk-client'

export type TestFile = { name: string; bytes: Buffer; pages: number; step: string }

/** A file and the document it became; null where nobody ever said 2xx. */
export type SentFile = { name: string; sha256: string; pages: number; documentId: string | null }

type Sending = {
  client: DeskClient
  file: TestFile
  giveUpAfterMs: number
  /** Told of each answer that was no acceptance and is tried again. */
  onRefusal?: (refusal: { status: number; body: string }) => void
}

const again = Symbol('try again')

/** Sends it in one request, and again until it is answered, as a careful script would. */
export async function sendForm(given: Sending): Promise<SentFile> {
  const documentId = await insist(given, () => postForm(given))
  return toSent(given.file, documentId)
}

async function postForm({ client, file, onRefusal }: Sending): Promise<string | typeof again> {
  const form = new FormData()
  form.append('step', file.step)
  form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name)
  const response = await fetch(`${client.url}/api/documents`, {
    method: 'POST',
    headers: { Cookie: client.cookie },
    body: form,
    signal: AbortSignal.timeout(60_000),
  })
  const reply = { status: response.status, body: await response.text() }
  const answer = readAnswer(reply)
  if (answer === again) onRefusal?.(reply)
  return answer
}

/** Sends it resumably with the browser's own library, going on where it was cut off. */
export async function sendResumably(given: Sending): Promise<SentFile> {
  const { client, file } = given
  const uploaded = await new Promise<{ url: string; answer: string | typeof again } | null>((resolve) => {
    const upload = new Upload(file.bytes, {
      endpoint: `${client.url}/api/uploads`,
      headers: { Cookie: client.cookie },
      metadata: { filename: file.name, filetype: 'application/pdf', step: file.step },
      chunkSize: 128 * 1024,
      retryDelays: Array<number>(Math.ceil(given.giveUpAfterMs / retryMs)).fill(retryMs),
      storeFingerprintForResuming: false,
      onShouldRetry: (error) => {
        const response = 'originalResponse' in error ? error.originalResponse : null
        if (response) given.onRefusal?.({ status: response.getStatus(), body: response.getBody() })
        return isTransient(error)
      },
      onSuccess: ({ lastResponse }) => {
        const answer = readAnswer({ status: lastResponse.getStatus(), body: lastResponse.getBody() })
        resolve({ url: upload.url ?? '', answer })
      },
      onError: () => resolve(null),
    })
    upload.start()
  })
  if (!uploaded) return toSent(file, null)
  const { url, answer } = uploaded
  return toSent(file, answer === again ? await insist(given, () => fetchOutcome({ client, url })) : answer)
}

const retryMs = 400

async function fetchOutcome({ client, url }: { client: DeskClient; url: string }) {
  const response = await fetch(`${url}/outcome`, {
    headers: { Cookie: client.cookie },
    signal: AbortSignal.timeout(30_000),
  })
  return readAnswer({ status: response.status, body: await response.text() })
}

/** As the desk's own sender judges it (components/upload/transfer/send-file). */
function isTransient(error: Error | DetailedError): boolean {
  const status = 'originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0
  return status === 0 || status === 409 || status === 423 || status === 429 || status >= 500
}

/** The document's id, also where an earlier try of the same file had arrived after all. */
function readAnswer({ status, body }: { status: number; body: string }): string | typeof again {
  const json = parseJson(body)
  const outcome = uploadOutcomeSchema.safeParse(json)
  const document = outcome.success ? outcome.data.documents[0] : undefined
  if (document) return document.id
  const earlier = (json as { error?: { duplicateOf?: string } } | null)?.error?.duplicateOf
  if (earlier) return earlier
  if (status < 300 || status >= 500) return again
  throw new Error(`refused with ${status}: ${body}`)
}

async function insist(
  { giveUpAfterMs }: Sending,
  ask: () => Promise<string | typeof again>,
): Promise<string | null> {
  const startedAt = performance.now()
  while (performance.now() - startedAt < giveUpAfterMs) {
    const answer = await ask().catch((error: unknown) => {
      if (error instanceof Error && error.message.startsWith('refused')) throw error
      return again
    })
    if (typeof answer === 'string') return answer
    await sleep(retryMs)
  }
  return null
}

function toSent({ name, bytes, pages }: TestFile, documentId: string | null): SentFile {
  return { name, pages, documentId, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
