import { type DetailedError, defaultOptions, Upload } from 'tus-js-client'
import type { ErrorCode } from '@/lib/errors'
import { noteRefusal, personHeaders } from '@/lib/page/page-session'
import { claimUpload, listClaimedUploads } from './claimed-uploads'
import { toUploadMetadata, type UploadItem } from './upload-item'
import { readUploadReply, toProblemPhase, type UploadResult } from './upload-reply'

const uploadEndpoint = '/api/uploads'

const chunkBytes = 8 * 1024 * 1024
const retryDelaysMs = [0, 1_000, 3_000, 5_000, 10_000, 20_000, ...Array<number>(10).fill(30_000)]
/** A connection that moves no byte for this long is dead, whatever the browser thinks of it. */
const stallMs = 90_000

export type SendRequest = {
  item: UploadItem
  file: File
  onProgress: (sentBytes: number) => void
  /** The line was lost; it goes on by itself. */
  onInterrupted: () => void
}

export type Sending = {
  /** Never rejects: every end is a phase. */
  result: Promise<UploadResult>
  cancel: () => void
  /** The line is back: do not wait for the next try. */
  wake: () => void
}

/** Sends one file by tus, from where an earlier try of the same file stopped. */
export function sendFile({ item, file, onProgress, onInterrupted }: SendRequest): Sending {
  const metadata = toUploadMetadata(item)
  let release: (() => void) | undefined
  let isInterrupted = false
  let lastMoveAt = Date.now()
  let finish: (result: UploadResult) => void = () => {}
  const result = new Promise<UploadResult>((resolve) => {
    finish = resolve
  })

  const upload = new Upload(file, {
    endpoint: uploadEndpoint,
    headers: personHeaders(),
    chunkSize: chunkBytes,
    retryDelays: retryDelaysMs,
    removeFingerprintOnSuccess: true,
    metadata,
    onProgress: (sentBytes) => {
      isInterrupted = false
      lastMoveAt = Date.now()
      onProgress(sentBytes)
    },
    onShouldRetry: (error) => {
      const again = isTransient(error)
      if (again) {
        isInterrupted = true
        onInterrupted()
      }
      return again
    },
    onUploadUrlAvailable: () => {
      if (upload.url) release ??= claimUpload(upload.url)
    },
    onSuccess: ({ lastResponse }) => {
      const reply = readUploadReply({ status: lastResponse.getStatus(), body: lastResponse.getBody() })
      if (reply || !upload.url) finish(reply ?? toResult(new Error('no address')))
      else void fetchOutcome({ uploadUrl: upload.url }).then(finish)
    },
    onError: (error) => finish(noted(withUrl({ reply: toResult(error), uploadUrl: upload.url }))),
  })
  const restart = () => {
    lastMoveAt = Date.now()
    void upload.abort().then(() => upload.start())
  }
  const watch = setInterval(() => {
    if (Date.now() - lastMoveAt > stallMs) restart()
  }, stallMs / 6)

  void resumeEarlier({ upload, metadata }).then(() => upload.start())
  void result.then(({ phase }) => {
    clearInterval(watch)
    release?.()
    if (phase.kind === 'refused' || phase.kind === 'duplicate') void forgetUpload(upload)
  })
  return {
    result,
    wake: () => isInterrupted && restart(),
    cancel: () => {
      finish({ phase: { kind: 'cancelled' }, document: null })
      void upload.abort(true).catch(() => undefined)
    },
  }
}

/**
 * Asks for the outcome of a complete upload whose answer was lost; `allowDuplicate` takes in what was refused as a
 * copy, without sending its bytes again.
 */
export async function fetchOutcome({
  uploadUrl,
  allowDuplicate = false,
}: {
  uploadUrl: string
  allowDuplicate?: boolean
}): Promise<UploadResult> {
  const lost: UploadResult = { phase: toProblemPhase({ code: 'line_lost' }), document: null }
  try {
    const response = await fetch(`${uploadUrl}/outcome`, {
      method: 'POST',
      headers: { ...personHeaders(), 'Content-Type': 'application/json' },
      body: JSON.stringify(allowDuplicate ? { duplicate: 'allow' } : {}),
    })
    const reply = readUploadReply({ status: response.status, body: await response.text() })
    return reply ? noted(withUrl({ reply, uploadUrl })) : lost
  } catch {
    return lost
  }
}

/** Goes on where an earlier try of the same file, meant for the same step, was cut off; never where another tab is at it. */
async function resumeEarlier({
  upload,
  metadata,
}: {
  upload: Upload
  metadata: Record<string, string>
}): Promise<void> {
  const [earlier, claimed] = await Promise.all([upload.findPreviousUploads(), listClaimedUploads()])
  const match = earlier.find(
    (one) => one.uploadUrl && !claimed.has(one.uploadUrl) && isSame(one.metadata, metadata),
  )
  if (match) upload.resumeFromPreviousUpload(match)
}

/** An upload with a final answer is not to be offered for going on. */
async function forgetUpload(upload: Upload): Promise<void> {
  const stored = await upload.findPreviousUploads()
  const own = stored.filter(({ uploadUrl }) => uploadUrl === upload.url)
  await Promise.all(own.map(({ urlStorageKey }) => defaultOptions.urlStorage.removeUpload(urlStorageKey)))
}

function isSame(one: Record<string, string>, other: Record<string, string>): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => one[key] === other[key])
}

/** Whether the trouble passes by itself: no answer, a busy or failing server, an offset to be asked for again. */
function isTransient(error: DetailedError): boolean {
  const status = error.originalResponse?.getStatus() ?? 0
  const says = (code: ErrorCode) => error.originalResponse?.getBody().includes(code) ?? false
  if (status === 0 || status === 423) return true
  if (status === 429) return !says('upload.too_many_open')
  if (status === 409) return !says('auth.other_person')
  return status >= 500 && status !== 507
}

function toResult(error: Error | DetailedError): UploadResult {
  const response = 'originalResponse' in error ? error.originalResponse : null
  const reply = response && readUploadReply({ status: response.getStatus(), body: response.getBody() })
  return reply ?? { phase: toProblemPhase({ code: 'line_lost' }), document: null }
}

function noted(result: UploadResult): UploadResult {
  if ('problem' in result.phase) noteRefusal(result.phase.problem.code)
  return result
}

/** A refused copy stays on the server for a while; its address is the way to take it in after all. */
function withUrl({ reply, uploadUrl }: { reply: UploadResult; uploadUrl: string | null }): UploadResult {
  return reply.phase.kind === 'duplicate' ? { ...reply, phase: { ...reply.phase, uploadUrl } } : reply
}
