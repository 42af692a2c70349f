import type { TabOrder } from './shared-streams'
import { openEventSource, type StreamWord, type Tell } from './stream-words'

let worker: SharedWorker | null | undefined
let hear: Tell | null = null

/**
 * Listens to the event stream at `url`, through the one that all tabs of the browser share; alone where it knows no
 * shared workers. The answer ends it.
 */
export function openStream({ url, tell }: { url: string; tell: Tell }): () => void {
  if (worker === undefined) worker = startWorker()
  if (!worker) return openEventSource({ url, tell })
  const shared = worker
  let close = shareStream(shared, { url, tell })
  // It could not be fetched or started: then this tab listens alone, and so does each stream it opens later.
  const listenAlone = () => {
    worker = null
    close()
    close = openEventSource({ url, tell })
  }
  shared.addEventListener('error', listenAlone)
  return () => {
    shared.removeEventListener('error', listenAlone)
    close()
  }
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
  const join = () => order({ kind: 'join', url })
  const leave = () => order({ kind: 'leave' })
  // Back from the browser's store of pages, which it left on its way there.
  const joinAgain = ({ persisted }: PageTransitionEvent) => {
    if (persisted) join()
  }
  hear = tell
  join()
  const alive = setInterval(() => order({ kind: 'alive' }), aliveMs)
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', joinAgain)
  return () => {
    clearInterval(alive)
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('pageshow', joinAgain)
    hear = null
    leave()
  }
}
