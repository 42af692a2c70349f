import type { DocumentState } from '../model/status'
import type { UsualTime } from '../model/times/usual-time'

type Polled = {
  bytes: number
  contentType: string
  pages: number
  /** The engine in the box is ours alone and answers from memory, so it may be asked more often. */
  upstream: 'cloud' | 'engine'
}

const largeBytes = 2_000_000
const enginePollFactor = 0.3

/** The vendor advises 1–2 s for small documents and 3–5 s for large ones or PDFs; the first look may come sooner. */
export function firstPollDelayMs(polled: Polled): number {
  return pollFactor(polled) * (isSmall(polled) ? 500 : 1000)
}

/** What stands in line may move any time. */
export const longestQueuePollMs = 5000
const longestPollMs = 30_000
/** Before the usual time one still looks so often: services become faster, and a failure comes early. */
const longestEarlyPollMs = 8000

type Course = {
  state: DocumentState
  inStateMs: number
  /** How long such documents are usually being read; null where that is not known. */
  usual: UsualTime | null
}

/**
 * How long to wait before asking about an execution again: seldom until its end is likely, often from then on, and
 * less the longer it lasts, so that a few slow documents do not use up the requests of the others.
 */
export function pollDelayMs({ state, inStateMs, usual, ...polled }: Polled & Course): number {
  const shortestMs = pollFactor(polled) * (isSmall(polled) ? 1000 : 3000)
  if (state !== 'processing') return within({ ms: inStateMs / 8, shortestMs, longestMs: longestQueuePollMs })
  // Half of it: whoever looks no sooner than usual never learns that it has become faster.
  const likelyMs = (usual?.fromMs ?? 0) / 2
  if (inStateMs < likelyMs) {
    return within({ ms: likelyMs - inStateMs, shortestMs, longestMs: longestEarlyPollMs })
  }
  return within({ ms: (inStateMs - likelyMs) / 8, shortestMs, longestMs: longestPollMs })
}

type Bounds = { ms: number; shortestMs: number; longestMs: number }

function within({ ms, shortestMs, longestMs }: Bounds): number {
  return Math.min(longestMs, Math.max(shortestMs, ms))
}

function pollFactor({ upstream }: Polled): number {
  return upstream === 'engine' ? enginePollFactor : 1
}

function isSmall({ bytes, contentType, pages }: Polled): boolean {
  return contentType.startsWith('image/') && pages === 1 && bytes < largeBytes
}
