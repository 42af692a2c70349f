import 'server-only'
import { and, eq, gt, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { notifyDocuments } from '@/lib/db/notify'
import type { DocumentState, WaitingReason } from '../model/status'
import { documents, nextVersion } from '../tables'

export const isWaiting = and(eq(documents.state, 'waiting'), isNull(documents.removedAt))

/** Tells all waiting documents why they wait and until when. */
export async function holdWaiting({ reason, until }: { reason: WaitingReason; until: Date }): Promise<void> {
  await db().transaction(async (tx) => {
    const held = await tx
      .update(documents)
      .set({ reason, nextTryAt: until, version: nextVersion })
      .where(
        and(
          isWaiting,
          or(ne(documents.reason, reason), isNull(documents.reason), lte(documents.nextTryAt, new Date())),
        ),
      )
      .returning({ id: documents.id })
    await notifyDocuments(
      tx,
      held.map(({ id }) => id),
    )
  })
}

/** The pause is over: who is due waits for a turn and nothing else. */
export async function releaseWaiting(): Promise<void> {
  await db().transaction(async (tx) => {
    const released = await tx
      .update(documents)
      .set({ reason: 'queue', version: nextVersion })
      .where(and(isWaiting, ne(documents.reason, 'queue'), lte(documents.nextTryAt, new Date())))
      .returning({ id: documents.id })
    await notifyDocuments(
      tx,
      released.map(({ id }) => id),
    )
  })
}

/** Lets documents that wait for pages try again at once, those that need no more than `maxPages`; false: none. */
export async function endQuotaWaits({ maxPages }: { maxPages: number }): Promise<boolean> {
  const now = new Date()
  const ended = await db()
    .update(documents)
    .set({ nextTryAt: now })
    .where(
      and(
        isWaiting,
        eq(documents.reason, 'quota'),
        gt(documents.nextTryAt, now),
        lte(documents.pages, maxPages),
      ),
    )
    .returning({ id: documents.id })
  return ended.length > 0
}

/** Gone upstream, or on the way there: their pages may be counted at any moment. */
const isCommitted = or(
  inArray(documents.state, ['sending', 'uncertain', 'enqueued', 'processing'] satisfies DocumentState[]),
  // Cancelled here, and still followed there.
  and(eq(documents.state, 'cancelled'), isNotNull(documents.nextTryAt)),
)
const isPending = or(isCommitted, eq(documents.state, 'waiting'))

/** Pages not counted yet: of all accepted documents, and of those already given away. */
export async function sumUncounted(): Promise<{ pending: number; committed: number }> {
  const [row] = await db()
    .select({
      pending: sql<number>`coalesce(sum(${documents.pages}), 0)::int`,
      committed: sql<number>`coalesce(sum(${documents.pages}) filter (where ${isCommitted}), 0)::int`,
    })
    .from(documents)
    .where(isPending)
  return row ?? { pending: 0, committed: 0 }
}
