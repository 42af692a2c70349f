import { log } from '@/engine/log'
import type { DocumentToProcess } from '@/engine/pipeline/process-document'
import type { ProcessedDocument } from '@/engine/pipeline/processed-document'
import type { Limits } from '@/engine/settings/config'
import { engineFault } from './messages'
import { enforceReadingLimits } from './reading-limits'
import { residentBytes } from './resident-memory'
import { type ReadingProgram, startWorker, type Worker } from './worker'

/** `crashed`: the worker died of itself, which another try may or may not repeat. `closed`: the engine is ending. */
export type ReadingOutcome =
  | { kind: 'read'; document: ProcessedDocument }
  | { kind: 'failed'; message: string }
  | { kind: 'crashed' }
  | { kind: 'closed' }

export type WorkerPool = {
  size: number
  read: (document: DocumentToProcess) => Promise<ReadingOutcome>
  close: () => void
}

/** Recognition does not give its memory back, so a worker this far towards its limit is not used again. */
const retireAtShareOfMemory = 0.4

/**
 * Reading processes, at most `size` at once, which the caller sees to. One is started when it is needed, kept warm
 * for the next document, and let go after `workerIdleMs` without any.
 */
export function createWorkerPool(input: {
  size: number
  program: ReadingProgram
  limits: Limits
}): WorkerPool {
  const { size, program, limits } = input
  const idle = new Map<Worker, NodeJS.Timeout>()
  const busy = new Set<Worker>()
  let isClosed = false

  function take(): Worker {
    const [worker, timer] = [...idle].at(-1) ?? []
    clearTimeout(timer)
    if (worker) idle.delete(worker)
    const taken = worker?.isAlive() ? worker : startWorker(program)
    busy.add(taken)
    return taken
  }

  async function giveBack(worker: Worker): Promise<void> {
    busy.delete(worker)
    const bytes = worker.pid === undefined ? null : await residentBytes(worker.pid)
    const isLarge = bytes !== null && bytes > limits.workerMemoryBytes * retireAtShareOfMemory
    if (isClosed || isLarge || !worker.isAlive()) return worker.kill()
    const letGo = () => {
      idle.delete(worker)
      worker.kill()
    }
    idle.set(worker, setTimeout(letGo, limits.workerIdleMs).unref())
  }

  return {
    size,
    read: async (document) => {
      if (isClosed) return { kind: 'closed' }
      const worker = take()
      const watch = enforceReadingLimits({ worker, limits })
      const reply = await worker.read(document)
      watch.stop()
      await giveBack(worker)
      if (reply.kind === 'fault') {
        log.error({ detail: reply.detail }, 'a fault while reading')
        return { kind: 'failed', message: engineFault }
      }
      if (reply.kind !== 'exited') return reply
      if (isClosed) return { kind: 'closed' }
      const breach = watch.breach()
      if (breach) return { kind: 'failed', message: breach }
      log.warn({ detail: reply.detail }, 'a worker died while reading')
      return { kind: 'crashed' }
    },
    close: () => {
      isClosed = true
      for (const worker of [...busy, ...idle.keys()]) worker.kill()
    },
  }
}
