import { and, inArray, lt, sql } from 'drizzle-orm'
import type { Database } from './open-database'
import { deliveries, deliveryAttempts, executions } from './tables'

type Sweep = { database: Database; before: Date; limit: number }

/** Deletes at most `limit` executions that ended before `before`; gives how many. Usage is counted elsewhere. */
export async function deleteEndedExecutions({ database, before, limit }: Sweep): Promise<number> {
  const old = database
    .select({ id: executions.id })
    .from(executions)
    .where(and(sql`finished_at is not null`, lt(executions.finishedAt, before)))
    .limit(limit)
  const deleted = await database
    .delete(executions)
    .where(inArray(executions.id, old))
    .returning({ id: executions.id })
  return deleted.length
}

/** Deletes at most `limit` webhooks of events before `before` that are not waiting any more, with their attempts. */
export function deleteEndedDeliveries({ database, before, limit }: Sweep): Promise<number> {
  return database.transaction(async (transaction) => {
    const old = transaction
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(and(sql`state <> 'pending'`, lt(deliveries.createdAt, before)))
      .limit(limit)
    const deleted = await transaction
      .delete(deliveries)
      .where(inArray(deliveries.id, old))
      .returning({ id: deliveries.id })
    const ids = deleted.map(({ id }) => id)
    if (ids.length > 0)
      await transaction.delete(deliveryAttempts).where(inArray(deliveryAttempts.deliveryId, ids))
    return ids.length
  })
}
