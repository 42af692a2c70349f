import { access } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DocumentFiles } from '../document-files'
import { log } from '../log'
import { finishExecution, type Outcome } from '../store/finish'
import type { Database } from '../store/open-database'
import { putBack } from '../store/queue'
import type { Execution } from '../store/tables'
import type { ReadingOutcome, WorkerPool } from '../workers/worker-pool'

export type WorkParts = {
  database: Database
  files: DocumentFiles
  pool: WorkerPool
  timeZone: string
  /** Writes the webhooks of a finished execution, inside its transaction. */
  recordFinished: (finished: { database: Database; execution: Execution }) => Promise<void>
  /** Told once the terminal state is written. */
  onFinished: (execution: Execution) => void
}

/** After so many dead workers the document is at fault. */
const maxCrashes = 3

/** Reads a claimed execution's document and writes down how it ended. */
export async function workOn({
  parts,
  execution,
}: {
  parts: WorkParts
  execution: Execution
}): Promise<void> {
  const { id, crashes } = execution
  const reading = await readDocument({ parts, execution })
  if (reading.kind === 'closed') return putBack({ database: parts.database, id, counting: 'nothing' })
  if (reading.kind === 'crashed' && crashes + 1 < maxCrashes) {
    return putBack({ database: parts.database, id, counting: 'crashes' })
  }
  await finish({ parts, execution, outcome: toOutcome(reading) })
}

async function readDocument(input: { parts: WorkParts; execution: Execution }): Promise<ReadingOutcome> {
  const { id, contentType, pipeline, filename } = input.execution
  const path = input.parts.files.pathOf(id)
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (!isThere) return { kind: 'failed', message: 'The file of this document is gone from the engine.' }
  return input.parts.pool.read({ path, contentType, pipeline, ...(filename !== null && { filename }) })
}

function toOutcome(reading: Exclude<ReadingOutcome, { kind: 'closed' }>): Outcome {
  if (reading.kind === 'failed') return { error: reading.message }
  if (reading.kind === 'crashed')
    return { error: 'The reader stopped several times while reading this document.' }
  const { pages, ...result } = reading.document
  return { pages, result }
}

const retryDelayMs = 2_000

/** The result is there: a database that is away for a moment must not cost it. */
export async function finish(input: {
  parts: WorkParts
  execution: Execution
  outcome: Outcome
}): Promise<void> {
  const { parts, execution, outcome } = input
  for (;;) {
    try {
      const finished = await finishExecution({
        database: parts.database,
        id: execution.id,
        outcome,
        finishedAt: new Date(),
        timeZone: parts.timeZone,
        alongside: parts.recordFinished,
      })
      await parts.files.remove(execution.id)
      if (finished) parts.onFinished(finished)
      return
    } catch (error) {
      log.error({ err: error, execution: execution.id }, 'a result cannot be written yet')
      await sleep(retryDelayMs)
    }
  }
}
