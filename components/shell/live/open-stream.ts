import type { TabMessage } from './shared-streams'
import { type OnStreamEvent, openEventSource, type StreamEvent } from './stream-events'

let worker: SharedWorker | null | undefined
let onSharedEvent: OnStreamEvent | null = null

type Listening = { url: string; onEvent: OnStreamEvent }

/**
 * Listens to the event stream at `url`, through the one that all tabs of the browser share; alone where it knows no
 * shared workers. The answer ends it.
 */
export function openStream({ url, onEvent }: Listening): () => void {
  if (worker === undefined) worker = startWorker()
  if (!worker) return openEventSource({ url, onEvent })
  const shared = worker
  let close = shareStream(shared, { url, onEvent })
  // It could not be fetched or started: then this tab listens alone, and so does each stream it opens later.
  const listenAlone = () => {
    worker = null
    close()
    close = openEventSource({ url, onEvent })
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
  started.port.onmessage = ({ data }: MessageEvent<StreamEvent>) => onSharedEvent?.(data)
  return started
}

const aliveMs = 10_000

function shareStream({ port }: SharedWorker, { url, onEvent }: Listening): () => void {
  const send = (message: TabMessage) => port.postMessage(message)
  const join = () => send({ kind: 'join', url })
  const leave = () => send({ kind: 'leave' })
  // Back from the browser's store of pages, which it left on its way there.
  const joinAgain = ({ persisted }: PageTransitionEvent) => {
    if (persisted) join()
  }
  onSharedEvent = onEvent
  join()
  const alive = setInterval(() => send({ kind: 'alive' }), aliveMs)
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', joinAgain)
  return () => {
    clearInterval(alive)
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('pageshow', joinAgain)
    onSharedEvent = null
    leave()
  }
}
