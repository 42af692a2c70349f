import { and, asc, eq, gt, lte, not, notInArray, sql } from 'drizzle-orm'
import type { Database } from './open-database'
import { type Delivery, deliveries, deliveryAttempts } from './tables'

/** Writes deliveries down, once for each execution, address and event. */
export async function addDeliveries(input: { database: Database; added: Delivery[] }): Promise<void> {
  if (input.added.length === 0) return
  await input.database.insert(deliveries).values(input.added).onConflictDoNothing()
}

/** Pending deliveries whose time has come, oldest first, leaving out those for which there is no room. */
export function listDueDeliveries(input: {
  database: Database
  now: Date
  except: { organizations: string[]; addresses: { organization: string; url: string }[] }
  limit: number
}): Promise<Delivery[]> {
  const { organizations, addresses } = input.except
  const crowded = addresses.map(({ organization, url }) =>
    and(eq(deliveries.organization, organization), eq(deliveries.url, url)),
  )
  return input.database
    .select()
    .from(deliveries)
    .where(
      and(
        sql`state = 'pending'`,
        lte(deliveries.nextAttemptAt, input.now),
        notInArray(deliveries.organization, organizations),
        ...crowded.flatMap((address) => (address ? [not(address)] : [])),
      ),
    )
    .orderBy(asc(deliveries.nextAttemptAt), asc(deliveries.createdAt), asc(deliveries.id))
    .limit(input.limit)
}

export async function findNextDueAt(input: { database: Database; after: Date }): Promise<Date | null> {
  const [next] = await input.database
    .select({ nextAttemptAt: deliveries.nextAttemptAt })
    .from(deliveries)
    .where(and(sql`state = 'pending'`, gt(deliveries.nextAttemptAt, input.after)))
    .orderBy(asc(deliveries.nextAttemptAt))
    .limit(1)
  return next?.nextAttemptAt ?? null
}

export type DeliveryAttempt = {
  startedAt: Date
  durationMs: number
  status: number | null
  error: string | null
}

/** Writes down one try and what follows from it; `nextAttemptAt` null: none does. */
export async function recordAttempt(input: {
  database: Database
  delivery: Delivery
  attempt: DeliveryAttempt
  isDelivered: boolean
  nextAttemptAt: Date | null
}): Promise<void> {
  const { database, delivery, attempt, isDelivered, nextAttemptAt } = input
  const attempts = delivery.attempts + 1
  const state = isDelivered ? 'delivered' : nextAttemptAt ? 'pending' : 'given_up'
  await database.transaction(async (transaction) => {
    await transaction
      .insert(deliveryAttempts)
      .values({ deliveryId: delivery.id, attempt: attempts, ...attempt })
      .onConflictDoNothing()
    await transaction
      .update(deliveries)
      .set({ state, attempts, ...(nextAttemptAt && { nextAttemptAt }) })
      .where(eq(deliveries.id, delivery.id))
  })
}
