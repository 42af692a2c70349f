import { type DetailedError, Upload } from 'tus-js-client'
import type { ErrorCode } from '@/lib/errors'
import { personHeaders } from '@/lib/page/page-session'
import { hashInWorker } from '../hash/hash-in-worker'
import { claimUpload } from './claimed-uploads'
import { fetchOutcome, noted, withUrl } from './fetch-outcome'
import { resumeEarlier } from './resume-earlier'
import { toUploadMetadata, type UploadItem, type UploadPhase } from './upload-item'
import { readUploadReply, toProblemPhase, type UploadResult } from './upload-reply'
import { urlStorage } from './url-storage'

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
  /** What had arrived under its name was another file's. */
  onRestart: () => void
}

export type Sending = {
  /** Never rejects: every end is a phase. */
  result: Promise<UploadResult>
  cancel: () => void
  /** The line is back: do not wait for the next try. */
  wake: () => void
}

/** Sends one file by tus, from where an earlier try of the same file stopped; once more where other bytes arrived. */
export function sendFile(request: SendRequest): Sending {
  let sending = sendOnce(request)
  let isCancelled = false
  const sendTwice = async (): Promise<UploadResult> => {
    const first = await sending.result
    if (isCancelled || !isOtherBytes(first.phase)) return first
    request.onRestart()
    sending = sendOnce(request)
    return sending.result
  }
  return {
    result: sendTwice(),
    wake: () => sending.wake(),
    cancel: () => {
      isCancelled = true
      sending.cancel()
    },
  }
}

function isOtherBytes(phase: UploadPhase): boolean {
  return phase.kind === 'failed' && phase.problem.code === 'upload.checksum_mismatch'
}

function sendOnce({ item, file, onProgress, onInterrupted, onRestart }: SendRequest): Sending {
  let release: (() => void) | undefined
  let isInterrupted = false
  let isOver = false
  let lastMoveAt = Date.now()
  let finish: (result: UploadResult) => void = () => {}
  const result = new Promise<UploadResult>((resolve) => {
    finish = resolve
  })

  const upload = new Upload(file, {
    endpoint: uploadEndpoint,
    urlStorage,
    headers: personHeaders(),
    chunkSize: chunkBytes,
    retryDelays: retryDelaysMs,
    removeFingerprintOnSuccess: true,
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
        void endIfGone()
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
  /** To the client a file that cannot be read any more looks like a lost line. */
  const endIfGone = async () => {
    if (isOver || (await isReadable(file))) return
    finish({ phase: toProblemPhase({ code: 'file_gone' }), document: null })
    void upload.abort(true).catch(() => undefined)
  }
  const resume = () => {
    lastMoveAt = Date.now()
    void upload.abort().then(() => upload.start())
  }
  const begin = async () => {
    const sha256 = await hashInWorker(file)
    if (!sha256) return finish({ phase: toProblemPhase({ code: 'file_gone' }), document: null })
    const metadata = { ...toUploadMetadata(item), sha256 }
    upload.options.metadata = metadata
    if ((await resumeEarlier({ upload, file, metadata })) === 'other_file') onRestart()
    lastMoveAt = Date.now()
    watch = isOver ? undefined : setInterval(resumeWhenStalled, stallMs / 6)
    if (!isOver) upload.start()
  }
  const resumeWhenStalled = () => {
    if (Date.now() - lastMoveAt > stallMs) resume()
  }
  let watch: ReturnType<typeof setInterval> | undefined

  begin().catch((error) => finish(toResult(error)))
  void result.then(async ({ phase }) => {
    isOver = true
    clearInterval(watch)
    release?.()
    if (isFinal(phase)) await forgetUpload(upload)
  })
  return {
    result,
    wake: () => isInterrupted && resume(),
    cancel: () => {
      isOver = true
      finish({ phase: { kind: 'cancelled' }, document: null })
      void upload.abort(true).catch(() => undefined)
    },
  }
}

/** Browsers refuse to read what was moved, removed or changed since it was chosen. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return true
  } catch {
    return false
  }
}

/** Nothing of it is to be offered for going on. */
function isFinal(phase: UploadPhase): boolean {
  return phase.kind === 'refused' || phase.kind === 'duplicate' || isOtherBytes(phase)
}

/** An upload with a final answer is not to be offered for going on. */
async function forgetUpload(upload: Upload): Promise<void> {
  const stored = await upload.findPreviousUploads()
  const own = stored.filter(({ uploadUrl }) => uploadUrl === upload.url)
  await Promise.all(own.map(({ urlStorageKey }) => urlStorage.removeUpload(urlStorageKey)))
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
