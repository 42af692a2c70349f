import { fileURLToPath } from 'node:url'
import type { Outcome } from '@/base/guarded-process/guarded-process'
import { createGuardedPool } from '@/base/guarded-process/pool'
import type { DocumentToProcess } from '@/engine/pipeline/process-document'
import type { OcrSettings } from '@/engine/readers/ocr-settings'
import type { Limits } from '@/engine/settings/config'
import { log } from '@/engine/settings/log'
import type { ReadingReply } from './child'

/** `crashed`: the process died of itself, which another try may or may not repeat. `closed`: the engine is ending. */
export type ReadingOutcome = ReadingReply | { kind: 'crashed' } | { kind: 'closed' }

export type ReadingPool = {
  read: (document: DocumentToProcess) => Promise<ReadingOutcome>
  close: () => void
}

/** The error of a document that is not to blame; the log has the details. */
export const engineFault = 'The document could not be read because of a fault in the engine.'

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url))

/** Recognition does not give its memory back, so a process this far towards its limit is not used again. */
const retireAtShareOfMemory = 0.4

/** Reading processes, at most `size` at once. `processor` is the module that exports `processDocument`. */
export function createReadingPool({
  size,
  processor,
  ocr,
  limits,
}: {
  size: number
  processor: URL
  ocr: OcrSettings
  limits: Limits
}): ReadingPool {
  const pool = createGuardedPool<DocumentToProcess, ReadingReply>({
    size,
    log,
    program: {
      module: fileURLToPath(new URL('./child.ts', import.meta.url)),
      args: [processor.href, JSON.stringify(ocr)],
      cwd: projectFolder,
      env: readerEnvironment(),
      heapBytes: limits.workerMemoryBytes,
      isBackground: true,
    },
    limits: {
      taskMs: limits.processingTimeoutMs,
      idleMs: limits.workerIdleMs,
      memoryBytes: limits.workerMemoryBytes,
      retireBytes: limits.workerMemoryBytes * retireAtShareOfMemory,
    },
  })
  return {
    read: async (document) => toReadingOutcome({ outcome: await pool.run(document), limits }),
    close: pool.close,
  }
}

const neededVariables = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'TESSDATA_PREFIX']

/** Without the engine's key and database address: they are not for a process that parses strangers' files. */
function readerEnvironment(): NodeJS.ProcessEnv {
  const present = neededVariables.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  return { NODE_ENV: process.env.NODE_ENV, ...Object.fromEntries(present) }
}

export function toReadingOutcome({
  outcome,
  limits,
}: {
  outcome: Outcome<ReadingReply>
  limits: Limits
}): ReadingOutcome {
  if (outcome.kind === 'reply') return outcome.reply
  if (outcome.kind === 'fault') {
    log.error({ detail: outcome.detail }, 'a fault while reading')
    return { kind: 'failed', message: engineFault }
  }
  switch (outcome.why) {
    case 'closed':
      return { kind: 'closed' }
    case 'time': {
      const time = inWords(limits.processingTimeoutMs)
      return { kind: 'failed', message: `Reading stood still for ${time} and was stopped.` }
    }
    case 'memory': {
      const megabytes = Math.round(limits.workerMemoryBytes / 1_048_576)
      const message = `Reading needed more than ${megabytes} MB of memory and was stopped.`
      return { kind: 'failed', message }
    }
    default:
      log.warn({ why: outcome.why, detail: outcome.detail }, 'a reading process was lost')
      return { kind: 'crashed' }
  }
}

function inWords(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000)
  if (seconds < 1) return `${durationMs} milliseconds`
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`
}
