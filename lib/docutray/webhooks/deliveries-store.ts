import 'server-only'
import { and, eq, lt, max, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { webhookDeliveries } from '../tables'

/** Longer than a signature is valid, so that no call counts twice, whichever process it comes to. */
const rememberMinutes = 15

export async function isProcessed(requestId: string): Promise<boolean> {
  const found = await db().select().from(webhookDeliveries).where(eq(webhookDeliveries.requestId, requestId))
  return found.length > 0
}

/** To be called once a call was acted on, so that one that failed half-way may come again. */
export async function markProcessed(requestId: string): Promise<void> {
  await db().insert(webhookDeliveries).values({ requestId }).onConflictDoNothing()
}

/** The last one stays: it tells when the upstream was heard last. */
export async function pruneProcessed(): Promise<void> {
  const isOld = lt(webhookDeliveries.processedAt, sql`now() - ${rememberMinutes} * interval '1 minute'`)
  const last = db()
    .select({ at: max(webhookDeliveries.processedAt) })
    .from(webhookDeliveries)
  await db()
    .delete(webhookDeliveries)
    .where(and(isOld, lt(webhookDeliveries.processedAt, last)))
}

export async function findLastDelivery(): Promise<Date | null> {
  const [last] = await db()
    .select({ at: max(webhookDeliveries.processedAt) })
    .from(webhookDeliveries)
  return last?.at ?? null
}
