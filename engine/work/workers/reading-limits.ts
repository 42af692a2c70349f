import type { Limits } from '@/engine/settings/config'
import { residentBytes } from './resident-memory'
import type { Worker } from './worker'

/** Reading /proc costs next to nothing, asking elsewhere a process. */
const checkIntervalMs = process.platform === 'linux' ? 250 : 1_000

export type ReadingLimits = {
  /** Why the worker was ended, in words for the document's owner; null while it was not. */
  breach: () => string | null
  stop: () => void
}

/** Ends a worker that does not get on with its reading or grows too large. Runs until `stop`. */
export function enforceReadingLimits({ worker, limits }: { worker: Worker; limits: Limits }): ReadingLimits {
  let breach: string | null = null
  const end = (reason: string) => {
    breach ??= reason
    worker.kill()
  }
  const deadline = setTimeout(
    () => end(`Reading stood still for ${inWords(limits.processingTimeoutMs)} and was stopped.`),
    limits.processingTimeoutMs,
  )
  worker.onProgress(() => deadline.refresh())
  const check = setInterval(async () => {
    const bytes = worker.pid === undefined ? null : await residentBytes(worker.pid)
    if (bytes !== null && bytes > limits.workerMemoryBytes) {
      const megabytes = Math.round(limits.workerMemoryBytes / 1_048_576)
      end(`Reading needed more than ${megabytes} MB of memory and was stopped.`)
    }
  }, checkIntervalMs)
  return {
    breach: () => breach,
    stop: () => {
      clearTimeout(deadline)
      clearInterval(check)
    },
  }
}

function inWords(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000)
  if (seconds < 1) return `${durationMs} milliseconds`
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`
}
