import 'server-only'
import { and, asc, desc, eq, inArray, isNotNull, lte, min, or, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { DocumentState } from '../model/status'
import { attempts, documents, isCurrentAttempt } from '../tables'
import { type AttemptRef, isCurrent } from './attempts-store'
import { move, reschedule } from './move'

export type Tracked = AttemptRef & {
  executionId: string
  sentTo: string | null
  state: DocumentState
  bytes: number
  contentType: string
  pages: number
  stepId: string
  failedTries: number
  confirmedAt: Date | null
  enqueuedAt: Date | null
  processingAt: Date | null
}

/** The states in which the upstream may still be at a document. */
const followed = ['enqueued', 'processing', 'cancelled'] as const

/** One that was cancelled after it was sent is followed too: the upstream may finish it and count its pages. */
const isInFlight = and(
  // Without it the database would read every document that has ended.
  isNotNull(documents.nextTryAt),
  or(
    inArray(documents.state, ['enqueued', 'processing']),
    and(eq(documents.state, 'cancelled'), inArray(attempts.state, ['enqueued', 'processing'])),
  ),
)
const isFollowed = and(isCurrentAttempt, isNotNull(attempts.executionId))

type ClaimLimits = { limit: number; leaseMs: number }

/**
 * Takes due documents for a poll each: before all others those a webhook asked for; of the rest one half those sent
 * first, which an upstream working in order finishes next, the other half those overdue the longest, so that nobody is
 * forgotten.
 */
export async function claimInFlight({ limit, leaseMs }: ClaimLimits): Promise<Tracked[]> {
  const half = Math.ceil(limit / 2)
  const first = await claimBy({ order: attempts.enqueuedAt, limit: half, leaseMs })
  if (first.length < half) return first
  const overdue = await claimBy({ order: documents.nextTryAt, limit: limit - first.length, leaseMs })
  return [...first, ...overdue]
}

type Claim = {
  order: typeof attempts.enqueuedAt | typeof documents.nextTryAt
  limit: number
  leaseMs: number
}

function claimBy({ order, limit, leaseMs }: Claim): Promise<Tracked[]> {
  return db().transaction(async (tx) => {
    const rows = await tx
      .select({
        documentId: attempts.documentId,
        number: attempts.number,
        executionId: attempts.executionId,
        sentTo: attempts.upstream,
        state: documents.state,
        bytes: documents.bytes,
        contentType: documents.contentType,
        pages: documents.pages,
        stepId: documents.stepId,
        failedTries: documents.failedTries,
        confirmedAt: documents.confirmedAt,
        enqueuedAt: attempts.enqueuedAt,
        processingAt: attempts.processingAt,
      })
      .from(documents)
      .innerJoin(attempts, isFollowed)
      .where(and(isInFlight, lte(documents.nextTryAt, new Date())))
      .orderBy(desc(documents.pollRequested), asc(order))
      .limit(limit)
      .for('update', { of: documents, skipLocked: true })
    if (rows.length === 0) return []
    const ids = rows.map((row) => row.documentId)
    await reschedule({
      tx,
      where: inArray(documents.id, ids),
      states: followed,
      nextTryAt: new Date(Date.now() + leaseMs),
      pollRequested: false,
    })
    return rows.flatMap((row) => (row.executionId ? [{ ...row, executionId: row.executionId }] : []))
  })
}

export async function findNextPoll(): Promise<Date | null> {
  const [row] = await db()
    .select({ at: min(documents.nextTryAt) })
    .from(documents)
    .innerJoin(attempts, isFollowed)
    .where(isInFlight)
  return row?.at ?? null
}

/** A webhook says that the upstream has news: the next poll is of this document. */
export async function pollNow(ref: AttemptRef): Promise<void> {
  await reschedule({
    where: isCurrent(ref),
    states: ['enqueued', 'processing'],
    nextTryAt: new Date(),
    pollRequested: true,
  })
}

/** A poll asked for while another was on its way is not forgotten over the answer, which may be older. */
const unlessRequested = (nextTryAt: Date) =>
  sql`case when ${documents.pollRequested} then ${documents.nextTryAt} else ${nextTryAt.toISOString()}::timestamptz end`

/** Polls again at `nextTryAt`; nothing new was learnt. */
export async function schedulePoll(
  poll: AttemptRef & { nextTryAt: Date; failedTries?: number },
): Promise<void> {
  await reschedule({
    where: isStillInFlight(poll),
    states: followed,
    nextTryAt: unlessRequested(poll.nextTryAt),
    ...(poll.failedTries === undefined ? {} : { failedTries: poll.failedTries }),
  })
}

/** Nobody can be asked before `until`. */
export async function deferPolls(until: Date): Promise<void> {
  await reschedule({ where: lte(documents.nextTryAt, new Date()), states: followed, nextTryAt: until })
}

/** The upstream answered: the state is as it was, or processing has begun. Open desks hear of it. */
export async function recordConfirmed(
  confirmed: AttemptRef & { state: 'enqueued' | 'processing'; nextTryAt: Date },
): Promise<void> {
  const { state, nextTryAt } = confirmed
  const begun = {
    processingAt: sql`coalesce(${attempts.processingAt}, ${new Date().toISOString()}::timestamptz)`,
  }
  await move({
    where: isStillInFlight(confirmed),
    from: ['enqueued', 'processing'],
    to: { state, nextTryAt: unlessRequested(nextTryAt), confirmedBy: 'poll' },
    ...(state === 'processing' ? { attempt: begun } : {}),
  })
}

/** In the embedded database there is one process, so whatever an earlier one was polling is free again. */
export async function endTrackingLeases(): Promise<void> {
  const where = isNotNull(documents.nextTryAt)
  await reschedule({ where, states: ['enqueued', 'processing'], nextTryAt: new Date() })
}

const isStillInFlight = (ref: AttemptRef) => and(isCurrent(ref), isNotNull(documents.nextTryAt))
