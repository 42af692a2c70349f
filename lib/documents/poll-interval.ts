import type { DocumentState } from './status'

type Question = {
  bytes: number
  contentType: string
  /** The engine in the box is ours alone and answers from memory, so it may be asked more often. */
  upstream: 'cloud' | 'engine'
}

const largeBytes = 2_000_000
const engineHaste = 0.3

/** The vendor advises 1–2 s for small documents and 3–5 s for large ones or PDFs; the first look may come sooner. */
export function firstPollDelayMs(question: Question): number {
  return haste(question) * (isSmall(question) ? 500 : 1000)
}

/**
 * How long to wait before asking about an execution again: longer the longer its state has lasted, so that a few
 * slow documents do not use up the requests of the others.
 */
export function pollDelayMs(question: Question & { state: DocumentState; inStateMs: number }): number {
  const shortestMs = haste(question) * (isSmall(question) ? 1000 : 3000)
  const longestMs = question.state === 'enqueued' ? 5000 : 30_000
  return Math.min(longestMs, Math.max(shortestMs, question.inStateMs / 8))
}

function haste({ upstream }: Question): number {
  return upstream === 'engine' ? engineHaste : 1
}

function isSmall({ bytes, contentType }: Question): boolean {
  return contentType.startsWith('image/') && bytes < largeBytes
}
