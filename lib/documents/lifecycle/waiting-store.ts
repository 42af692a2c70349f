import 'server-only'
import { and, eq, gt, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { DocumentState, WaitingReason } from '../model/status'
import { documents } from '../tables'
import { move } from './move'

const isDue = () => lte(documents.nextTryAt, new Date())

type Deferral = { reason: WaitingReason; until: Date; stepId?: string }

/** Nothing is sent before `until`, or nothing of a step. */
export async function deferWaiting({ reason, until, stepId }: Deferral): Promise<void> {
  const isNews = or(ne(documents.reason, reason), isNull(documents.reason), isDue())
  const isOfStep = stepId === undefined ? undefined : eq(documents.stepId, stepId)
  await move({ where: and(isNews, isOfStep), from: ['waiting'], to: { reason, nextTryAt: until } })
}

/** The pause is over: who is due waits for a turn and nothing else. */
export async function releaseWaiting(): Promise<void> {
  await move({
    where: and(ne(documents.reason, 'queue'), isDue()),
    from: ['waiting'],
    to: { reason: 'queue' },
  })
}

/** Our key may use the step again. */
export async function releaseStep(stepId: string): Promise<void> {
  await move({
    where: and(eq(documents.stepId, stepId), eq(documents.reason, 'key' satisfies WaitingReason)),
    from: ['waiting'],
    to: { reason: 'queue', nextTryAt: new Date() },
  })
}

/** Our key is accepted again: what waited for that is tried at once; false: nothing did. */
export async function releaseKeyHold(): Promise<boolean> {
  const now = new Date()
  const isHeld = and(eq(documents.reason, 'key' satisfies WaitingReason), gt(documents.nextTryAt, now))
  const to = { reason: 'queue', nextTryAt: now } as const
  return (await move({ where: isHeld, from: ['waiting'], to })).length > 0
}

/** What waits for the upstream to accept it is due now; false where nothing waits at all. */
export async function hurryWaiting(): Promise<boolean> {
  const now = new Date()
  const isHeld = inArray(documents.reason, ['upstream_quota', 'key', 'outage'] satisfies WaitingReason[])
  await move({ where: and(isHeld, gt(documents.nextTryAt, now)), from: ['waiting'], to: { nextTryAt: now } })
  const [waiting] = await db()
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.state, 'waiting'), isNull(documents.removedAt)))
    .limit(1)
  return waiting !== undefined
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
