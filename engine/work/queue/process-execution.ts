import { stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LlmClient } from '@/engine/model/llm-client'
import type { ExecutionResult } from '@/engine/pipeline/processed-document'
import { schemaPipeline } from '@/engine/pipeline/steps/load-step'
import type { Step } from '@/engine/settings/catalog'
import { log } from '@/engine/settings/log'
import type { DocumentFiles } from '@/engine/store/document-files'
import { findExecution } from '@/engine/store/executions'
import { finishExecution, type Outcome } from '@/engine/store/finish'
import type { Database } from '@/engine/store/open-database'
import { requeue } from '@/engine/store/queue'
import type { Execution } from '@/engine/store/tables'
import { engineFault, type ReadingOutcome, type ReadingPool } from '../workers/reading-pool'

export type ProcessingParts = {
  database: Database
  files: DocumentFiles
  pool: ReadingPool
  timeZone: string
  findStep: (execution: Execution) => Step | undefined
  /** Null: no model is asked. */
  llmClient: LlmClient | null
  /** Writes the webhooks of a finished execution, inside its transaction. */
  recordFinished: (finished: { database: Database; execution: Execution }) => Promise<void>
  onFinished: (execution: Execution) => void
}

/** After so many dead workers the document is at fault. */
const maxCrashes = 3

export async function processExecution({
  parts,
  execution,
}: {
  parts: ProcessingParts
  execution: Execution
}): Promise<void> {
  const { id, crashes } = execution
  const reading = await readDocument({ parts, execution })
  if (reading.kind === 'closed') return requeue({ database: parts.database, id, counting: 'nothing' })
  if (reading.kind === 'crashed' && crashes + 1 < maxCrashes) {
    return requeue({ database: parts.database, id, counting: 'crashes' })
  }
  const outcome = toOutcome({ reading, kind: execution.kind })
  const llmRequest = reading.kind === 'read' ? reading.document.llmRequest : undefined
  if (!llmRequest || !parts.llmClient || 'error' in outcome) return finish({ parts, execution, outcome })
  const done = (result: ExecutionResult) => finish({ parts, execution, outcome: { ...outcome, result } })
  await parts.llmClient.submit({ execution: id, result: outcome.result, llmRequest, done })
}

async function readDocument(input: {
  parts: ProcessingParts
  execution: Execution
}): Promise<ReadingOutcome> {
  const { id, bytes, contentType, pipeline, filename } = input.execution
  const path = input.parts.files.pathOf(id)
  const fileBytes = await stat(path).then(
    (file) => file.size,
    () => null,
  )
  // A power cut may take a file, or its end, whose row the embedded database had already got to the disk.
  if (fileBytes !== bytes) {
    return { kind: 'failed', message: 'The file of this document is gone from the engine.' }
  }
  const { findStep, llmClient } = input.parts
  const schema = findStep(input.execution)?.ownSchema
  if (pipeline === schemaPipeline && !schema) {
    return { kind: 'failed', message: 'The step of this document is not configured any more.' }
  }
  return input.parts.pool.read({
    path,
    contentType,
    pipeline,
    ...(schema && { schema }),
    ...(llmClient && { maxPromptChars: llmClient.maxPromptChars }),
    ...(filename !== null && { filename }),
  })
}

function toOutcome({
  reading,
  kind,
}: {
  reading: Exclude<ReadingOutcome, { kind: 'closed' }>
  kind: Execution['kind']
}): Outcome {
  if (reading.kind === 'failed') return { error: reading.message }
  if (reading.kind === 'crashed')
    return { error: 'The reader stopped several times while reading this document.' }
  const { pages, words, llmRequest: _llmRequest, ...result } = reading.document
  // Only what a step read can be asked for.
  return { pages, result, ...(kind === 'step' && words && { words }) }
}

const retryDelayMs = 2_000

/**
 * Writes the end of an execution down, however long it takes: the result is there, and a database that is away for a
 * moment must not cost it. A result that no database would take ends in ERROR.
 */
export async function finish(input: {
  parts: ProcessingParts
  execution: Execution
  outcome: Outcome
}): Promise<void> {
  const { parts, execution } = input
  let { outcome } = input
  for (;;) {
    try {
      return await finishOnce({ parts, execution, outcome })
    } catch (error) {
      log.error({ err: error, execution: execution.id }, 'a result cannot be written')
      if (isUnwritable(error)) outcome = { error: engineFault }
      else await sleep(retryDelayMs)
    }
  }
}

async function finishOnce({ parts, execution, outcome }: Parameters<typeof finish>[0]): Promise<void> {
  const { database, files, timeZone } = parts
  const { id } = execution
  const finishedAt = new Date()
  const alongside = parts.recordFinished
  const finished =
    (await finishExecution({ database, id, outcome, finishedAt, timeZone, alongside })) ??
    // An earlier try may have been written although its answer was lost.
    (await findExecution({ database, id }))
  await files.remove(id)
  if (finished?.finishedAt) parts.onFinished(finished)
}

/** SQLSTATE classes for data that is refused (22) and for more than the database can hold (54). */
function isUnwritable(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error && 'code' in cause && /^(22|54)/.test(String(cause.code))
}
