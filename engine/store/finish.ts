import { and, eq, sql } from 'drizzle-orm'
import { monthOf } from '@/base/calendar'
import { toStorable } from '@/base/storable-text'
import type { ExecutionResult } from '../pipeline/processed-document'
import type { PackedPage } from '../words/pack-words'
import type { Database } from './open-database'
import { type Execution, executions } from './tables'
import { addUsage } from './usage'
import { keepWords } from './words'

export type Outcome = { pages: number; result: ExecutionResult; words?: PackedPage[] } | { error: string }

/**
 * Moves an execution to its terminal state, once: state, result, words, counter and whatever `alongside` writes stand or
 * fall together. Returns the finished execution, or null when it was not being processed any more.
 */
export function finishExecution(input: {
  database: Database
  id: string
  outcome: Outcome
  finishedAt: Date
  timeZone: string
  alongside: (finished: { database: Database; execution: Execution }) => Promise<void>
}): Promise<Execution | null> {
  const { id, outcome, finishedAt, timeZone } = input
  return input.database.transaction(async (database) => {
    const [execution] = await database
      .update(executions)
      .set(toColumns({ outcome, finishedAt }))
      .where(and(eq(executions.id, id), sql`status = 'PROCESSING'`))
      .returning()
    if (!execution) return null
    if ('result' in outcome) {
      const month = monthOf({ instant: finishedAt, timeZone })
      await addUsage({ database, organization: execution.organization, month, pages: outcome.pages })
      await keepWords({ database, executionId: id, pages: outcome.words ?? [] })
    }
    await input.alongside({ database, execution })
    return execution
  })
}

function toColumns({ outcome, finishedAt }: { outcome: Outcome; finishedAt: Date }) {
  return 'error' in outcome
    ? { status: 'ERROR' as const, finishedAt, error: toStorable(outcome.error) }
    : { status: 'SUCCESS' as const, finishedAt, pages: outcome.pages, result: outcome.result }
}
