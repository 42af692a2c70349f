import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from './open-database'
import { type Execution, executions, type NewExecution } from './tables'

/**
 * Puts an execution into the queue. Repeating it with the same id or the same idempotency key changes nothing.
 * Returns the execution that stands: this one, or the first one with its key. `requireRoom` may refuse a new one by
 * throwing; those of one organization are asked one after the other.
 */
export async function addExecution({
  database,
  execution,
  requireRoom,
}: {
  database: Database
  execution: NewExecution
  requireRoom?: ((database: Database) => Promise<void>) | null
}): Promise<Execution> {
  if (!requireRoom) return insertExecution({ database, execution })
  return database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${quotaLock}, hashtext(${execution.organization}))`)
    const standing = await findStanding({ database: tx, execution })
    if (standing) return standing
    await requireRoom(tx)
    return insertExecution({ database: tx, execution })
  })
}

/** Of our own: apart from the hold on the whole database, which is a single number. */
const quotaLock = 4_100

async function insertExecution({ database, execution }: Offered): Promise<Execution> {
  const [added] = await database.insert(executions).values(execution).onConflictDoNothing().returning()
  const standing = added ?? (await findStanding({ database, execution }))
  if (!standing) throw new Error(`Execution ${execution.id} was neither added nor found.`)
  return standing
}

type Offered = { database: Database; execution: NewExecution }

async function findStanding({ database, execution }: Offered): Promise<Execution | null> {
  const { organization, idempotencyKey } = execution
  return idempotencyKey
    ? findByIdempotencyKey({ database, organization, idempotencyKey })
    : findExecution({ database, id: execution.id })
}

/** Those of an organization that wait or are being read. */
export async function countUnfinished(input: { database: Database; organization: string }): Promise<number> {
  const { database, organization } = input
  return database.$count(
    executions,
    and(eq(executions.organization, organization), sql`status in ('ENQUEUED', 'PROCESSING')`),
  )
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
