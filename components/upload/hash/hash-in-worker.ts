import { hashBlob } from './hash-blob'
import type { HashAnswer, HashTask } from './hash-worker'

type Waiting = { blob: Blob; settle: (sha256: string | null) => void }

const waiting = new Map<number, Waiting>()
let lastId = 0
let worker: Worker | null | undefined

/**
 * SHA-256 of a file or a part of one, in hex, computed in a worker so that the page never stands still; null where the
 * file cannot be read any more.
 */
export function hashInWorker(blob: Blob): Promise<string | null> {
  return new Promise((settle) => {
    worker ??= startWorker()
    const id = ++lastId
    waiting.set(id, { blob, settle })
    if (worker) worker.postMessage({ id, blob } satisfies HashTask)
    else hashOnPage()
  })
}

/** Null where there are no workers. */
function startWorker(): Worker | null {
  if (typeof Worker === 'undefined') return null
  const started = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<HashAnswer>) => {
    waiting.get(data.id)?.settle(data.sha256)
    waiting.delete(data.id)
  })
  // It could not be fetched, or the browser ended it.
  started.addEventListener('error', () => {
    started.terminate()
    worker = undefined
    hashOnPage()
  })
  return started
}

function hashOnPage(): void {
  for (const [id, { blob, settle }] of waiting) {
    waiting.delete(id)
    hashBlob(blob).then(settle, () => settle(null))
  }
}
