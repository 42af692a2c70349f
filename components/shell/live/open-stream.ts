import type { TabOrder } from './shared-streams'
import { openEventSource, type StreamWord, type Tell } from './stream-words'

let worker: SharedWorker | null | undefined
let hear: Tell | null = null

/**
 * Listens to the event stream at `url`, through the one that all tabs of the browser share; alone where it knows no
 * shared workers. The answer ends it.
 */
export function openStream({ url, tell }: { url: string; tell: Tell }): () => void {
  worker ??= startWorker()
  if (!worker) return openEventSource({ url, tell })
  let close = shareStream(worker, { url, tell })
  // It could not be fetched or started: then this tab listens alone, and so does each stream it opens later.
  worker.addEventListener('error', () => {
    worker = null
    close = openEventSource({ url, tell })
  })
  return () => close()
}

function startWorker(): SharedWorker | null {
  if (typeof SharedWorker === 'undefined') return null
  const started = new SharedWorker(new URL('./stream-worker.ts', import.meta.url), { type: 'module' })
  started.port.onmessage = ({ data }: MessageEvent<StreamWord>) => hear?.(data)
  return started
}

const aliveMs = 10_000

function shareStream({ port }: SharedWorker, { url, tell }: { url: string; tell: Tell }): () => void {
  const order = (what: TabOrder) => port.postMessage(what)
  const leave = () => order({ kind: 'leave' })
  hear = tell
  order({ kind: 'join', url })
  const alive = setInterval(() => order({ kind: 'alive' }), aliveMs)
  window.addEventListener('pagehide', leave)
  return () => {
    clearInterval(alive)
    window.removeEventListener('pagehide', leave)
    hear = null
    leave()
  }
}
