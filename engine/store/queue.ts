import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Database } from './open-database'
import { type Execution, executions } from './tables'

/** How long a file lets others go first, for each megabyte of its own. */
const secondsPerMegabyte = 2

/** Place in the queue: seconds since 1970 on arrival, put back in proportion to the size, so nobody waits for ever. */
export function queueRankOf({ requestedAt, bytes }: { requestedAt: Date; bytes: number }): number {
  return requestedAt.getTime() / 1000 + (bytes / 1_048_576) * secondsPerMegabyte
}

/**
 * Takes the organization's next execution of at most `maxBytes` out of the queue, or null when there is none;
 * `onClaimed` writes in the same transaction.
 */
export function claimNext(input: {
  database: Database
  organization: string
  maxBytes: number
  onClaimed: (claimed: { database: Database; execution: Execution }) => Promise<void>
}): Promise<Execution | null> {
  return input.database.transaction(async (database) => {
    const next = database
      .select({ id: executions.id })
      .from(executions)
      .where(
        and(
          eq(executions.organization, input.organization),
          sql`status = 'ENQUEUED'`,
          lte(executions.bytes, input.maxBytes),
        ),
      )
      .orderBy(asc(executions.queueRank))
      .limit(1)
    const [execution] = await database
      .update(executions)
      .set({ status: 'PROCESSING' })
      .where(and(inArray(executions.id, next), sql`status = 'ENQUEUED'`))
      .returning()
    if (!execution) return null
    await input.onClaimed({ database, execution })
    return execution
  })
}

export async function requeue(input: {
  database: Database
  id: string
  counting: 'crashes' | 'interruptions' | 'nothing'
}): Promise<void> {
  const { database, id, counting } = input
  await database
    .update(executions)
    .set({
      status: 'ENQUEUED',
      ...(counting !== 'nothing' && { [counting]: sql`${executions[counting]} + 1` }),
    })
    .where(and(eq(executions.id, id), sql`status = 'PROCESSING'`))
}

export function listInterrupted(database: Database): Promise<Execution[]> {
  return database.select().from(executions).where(sql`status = 'PROCESSING'`)
}
