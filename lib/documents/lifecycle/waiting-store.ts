import 'server-only'
import { and, eq, gt, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { DocumentState, WaitingReason } from '../model/status'
import { documents } from '../tables'
import { move } from './move'

const isDue = () => lte(documents.nextTryAt, new Date())

export async function deferWaiting({ reason, until }: { reason: WaitingReason; until: Date }): Promise<void> {
  const isNews = or(ne(documents.reason, reason), isNull(documents.reason), isDue())
  await move({ where: isNews, from: ['waiting'], to: { reason, nextTryAt: until } })
}

/** The pause is over: who is due waits for a turn and nothing else. */
export async function releaseWaiting(): Promise<void> {
  await move({
    where: and(ne(documents.reason, 'queue'), isDue()),
    from: ['waiting'],
    to: { reason: 'queue' },
  })
}

/** Lets documents that wait for pages try again at once, those that need no more than `maxPages`; false: none. */
export async function releaseQuotaHold({ maxPages }: { maxPages: number }): Promise<boolean> {
  const now = new Date()
  const isHeld = and(eq(documents.reason, 'quota'), gt(documents.nextTryAt, now))
  const where = and(isHeld, lte(documents.pages, maxPages))
  return (await move({ where, from: ['waiting'], to: { nextTryAt: now } })).length > 0
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
