import 'server-only'
import { and, asc, desc, eq, inArray, isNotNull, lte, min, or, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { notifyDocument } from '@/lib/db/notify'
import type { DocumentState } from '../model/status'
import { attempts, documents, nextVersion } from '../tables'
import { type AttemptRef, isAttempt } from './attempts-store'

/** A document whose execution is asked about. */
export type Tracked = AttemptRef & {
  executionId: string
  /** Identity of the upstream it was sent to. */
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

/** One that was cancelled after it was sent is followed too: the upstream may finish it and count its pages. */
const isInFlight = and(
  // Without it the database would read every document that has ended.
  isNotNull(documents.nextTryAt),
  or(
    inArray(documents.state, ['enqueued', 'processing']),
    and(eq(documents.state, 'cancelled'), inArray(attempts.state, ['enqueued', 'processing'])),
  ),
)
const isCurrentAttempt = and(
  eq(attempts.documentId, documents.id),
  eq(attempts.number, documents.attempt),
  isNotNull(attempts.executionId),
)

/**
 * Takes due documents for a question each: before all others those a webhook announced; of the rest one half those sent
 * first, which an upstream working in order finishes next, the other half those overdue the longest, so that nobody is
 * forgotten.
 */
export async function claimInFlight({
  limit,
  leaseMs,
}: {
  limit: number
  leaseMs: number
}): Promise<Tracked[]> {
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
      .innerJoin(attempts, isCurrentAttempt)
      .where(and(isInFlight, lte(documents.nextTryAt, new Date())))
      .orderBy(desc(isAnnounced), asc(order))
      .limit(limit)
      .for('update', { of: documents, skipLocked: true })
    if (rows.length === 0) return []
    await tx
      .update(documents)
      .set({ nextTryAt: new Date(Date.now() + leaseMs) })
      .where(
        inArray(
          documents.id,
          rows.map((row) => row.documentId),
        ),
      )
    return rows.flatMap((row) => (row.executionId ? [{ ...row, executionId: row.executionId }] : []))
  })
}

/** When the track pump has to look again. */
export async function findNextQuestion(): Promise<Date | null> {
  const [row] = await db()
    .select({ at: min(documents.nextTryAt) })
    .from(documents)
    .innerJoin(attempts, isCurrentAttempt)
    .where(isInFlight)
  return row?.at ?? null
}

/**
 * The time of a question that a webhook asked for: before every question of the clock, of which there may be more than
 * the budget of calls can keep up with.
 */
export const announced = new Date(0)

const isAnnounced = sql`${documents.nextTryAt} = ${announced.toISOString()}::timestamptz`

/** An announcement heard while the question was on its way is not forgotten over the answer, which may be older. */
const unlessAnnounced = (nextTryAt: Date) =>
  sql`case when ${isAnnounced} then ${documents.nextTryAt} else ${nextTryAt.toISOString()}::timestamptz end`

/** Asks again at `nextTryAt`; nothing new was learnt. */
export async function askAgain(given: AttemptRef & { nextTryAt: Date; failedTries?: number }): Promise<void> {
  const { nextTryAt, failedTries } = given
  await db()
    .update(documents)
    .set({ nextTryAt: unlessAnnounced(nextTryAt), ...(failedTries === undefined ? {} : { failedTries }) })
    .where(isStillInFlight(given))
}

/** Nobody can be asked before `until`. */
export async function holdInFlight(until: Date): Promise<void> {
  await db()
    .update(documents)
    .set({ nextTryAt: until })
    .where(
      and(
        inArray(documents.state, ['enqueued', 'processing', 'cancelled']),
        lte(documents.nextTryAt, new Date()),
      ),
    )
}

/** The upstream answered: the state is as it was, or processing has begun. Open desks hear of it. */
export async function recordConfirmed(
  given: AttemptRef & { state: 'enqueued' | 'processing'; nextTryAt: Date; confirmedBy: 'poll' | 'webhook' },
): Promise<void> {
  const { state, nextTryAt, confirmedBy } = given
  const now = new Date()
  await db().transaction(async (tx) => {
    const changed = await tx
      .update(documents)
      .set({
        state,
        nextTryAt: unlessAnnounced(nextTryAt),
        confirmedBy,
        confirmedAt: now,
        failedTries: 0,
        version: nextVersion,
      })
      .where(and(isStillInFlight(given), inArray(documents.state, ['enqueued', 'processing'])))
      .returning({ id: documents.id })
    if (changed.length === 0) return
    if (state === 'processing') {
      await tx
        .update(attempts)
        .set({ state, processingAt: now })
        .where(and(isAttempt(given), eq(attempts.state, 'enqueued')))
    }
    await notifyDocument(tx, given.documentId)
  })
}

/** In the embedded database there is one process, so whatever an earlier one was asking about is free again. */
export async function endTrackingLeases(): Promise<void> {
  await db()
    .update(documents)
    .set({ nextTryAt: new Date() })
    .where(and(inArray(documents.state, ['enqueued', 'processing']), isNotNull(documents.nextTryAt)))
}

const isStillInFlight = ({ documentId, number }: AttemptRef) =>
  and(
    eq(documents.id, documentId),
    eq(documents.attempt, number),
    inArray(documents.state, ['enqueued', 'processing', 'cancelled']),
    isNotNull(documents.nextTryAt),
  )
