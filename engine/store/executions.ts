import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from './open-database'
import { type Execution, executions, type NewExecution } from './tables'

/**
 * Puts an execution into the queue. Repeating it with the same id or the same idempotency key changes nothing.
 * Returns the execution that stands: this one, or the first one with its key.
 */
export async function addExecution({
  database,
  execution,
}: {
  database: Database
  execution: NewExecution
}): Promise<Execution> {
  const [added] = await database.insert(executions).values(execution).onConflictDoNothing().returning()
  if (added) return added
  const { organization, idempotencyKey } = execution
  const first = idempotencyKey
    ? await findByIdempotencyKey({ database, organization, idempotencyKey })
    : await findExecution({ database, id: execution.id })
  if (!first) throw new Error(`Execution ${execution.id} was neither added nor found.`)
  return first
}

export async function findExecution({
  database,
  id,
}: {
  database: Database
  id: string
}): Promise<Execution | null> {
  const [found] = await database.select().from(executions).where(eq(executions.id, id))
  return found ?? null
}

export async function findByIdempotencyKey(input: {
  database: Database
  organization: string
  idempotencyKey: string
}): Promise<Execution | null> {
  const [found] = await input.database
    .select()
    .from(executions)
    .where(
      and(
        eq(executions.organization, input.organization),
        eq(executions.idempotencyKey, input.idempotencyKey),
      ),
    )
  return found ?? null
}

export async function listUnfinishedIds(database: Database): Promise<Set<string>> {
  const rows = await database
    .select({ id: executions.id })
    .from(executions)
    .where(inArray(executions.status, ['ENQUEUED', 'PROCESSING']))
  return new Set(rows.map((row) => row.id))
}

export async function listWaitingOrganizations(database: Database): Promise<string[]> {
  const rows = await database
    .selectDistinct({ organization: executions.organization })
    .from(executions)
    .where(sql`status = 'ENQUEUED'`)
  return rows.map((row) => row.organization)
}
