import type { DocumentState } from './status'

type Size = { bytes: number; contentType: string }

const largeBytes = 2_000_000

/** The vendor advises 1–2 s for small documents and 3–5 s for large ones or PDFs; the first look may come sooner. */
export function firstPollDelayMs(document: Size): number {
  return isSmall(document) ? 500 : 1000
}

/**
 * How long to wait before asking about an execution again: longer the longer its state has lasted, so that a few
 * slow documents do not use up the requests of the others.
 */
export function pollDelayMs(document: Size & { state: DocumentState; inStateMs: number }): number {
  const shortestMs = isSmall(document) ? 1000 : 3000
  const longestMs = document.state === 'enqueued' ? 5000 : 30_000
  return Math.min(longestMs, Math.max(shortestMs, document.inStateMs / 8))
}

function isSmall({ bytes, contentType }: Size): boolean {
  return contentType.startsWith('image/') && bytes < largeBytes
}
