import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, asc, eq, isNotNull, isNull, lte, min, ne, or } from 'drizzle-orm'
import { db } from '../db/client'
import type { Transaction } from '../db/connection'
import { attempts, documents, nextVersion } from '../db/schema'
import { notifyDocument, notifyDocuments } from '../events/notify'
import { type AttemptError, type AttemptRef, isAttempt } from './attempts-store'
import type { WaitingReason } from './status'

/** A document taken for sending, with all that is sent. */
export type Sending = AttemptRef & {
  key: string
  startedAt: Date
  failedTries: number
  stepId: string
  fileKey: string | null
  bytes: number
  name: string
  contentType: string
  metadata: Record<string, unknown> | null
}

const isWaiting = and(eq(documents.state, 'waiting'), isNull(documents.removedAt))

/**
 * Takes due documents for sending, oldest first: their attempt is written down before anything is sent. A document
 * put back without having been processed goes on with the same attempt and key.
 */
export function claimWaiting({ limit, leaseMs }: { limit: number; leaseMs: number }): Promise<Sending[]> {
  return db().transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(documents)
      .where(and(isWaiting, lte(documents.nextTryAt, new Date())))
      .orderBy(asc(documents.receivedAt), asc(documents.id))
      .limit(limit)
      .for('update', { skipLocked: true })
    const claimed: Sending[] = []
    for (const row of rows) claimed.push({ ...row, ...(await beginAttempt({ tx, row, leaseMs })) })
    return claimed
  })
}

type DocumentRow = typeof documents.$inferSelect

async function beginAttempt({ tx, row, leaseMs }: { tx: Transaction; row: DocumentRow; leaseMs: number }) {
  const ref = { documentId: row.id, number: row.attempt }
  const [putBack] = await tx
    .update(attempts)
    .set({ state: 'sending', sentAt: null, errorCode: null, errorDetail: null })
    .where(and(isAttempt(ref), eq(attempts.state, 'waiting')))
    .returning()
  const attempt = putBack ?? (await insertAttempt({ tx, ref: { ...ref, number: row.attempt + 1 } }))
  const now = new Date()
  await tx
    .update(documents)
    .set({
      state: 'sending',
      reason: null,
      attempt: attempt.number,
      nextTryAt: new Date(now.getTime() + leaseMs),
      confirmedAt: now,
      confirmedBy: 'desk',
      version: nextVersion,
    })
    .where(eq(documents.id, row.id))
  await notifyDocument(tx, row.id)
  return { documentId: row.id, number: attempt.number, key: attempt.key, startedAt: attempt.startedAt }
}

async function insertAttempt({ tx, ref }: { tx: Transaction; ref: AttemptRef }) {
  const attempt = { ...ref, key: `att_${randomBytes(16).toString('hex')}`, startedAt: new Date() }
  await tx.insert(attempts).values({ ...attempt, state: 'sending' })
  return attempt
}

/** Keeps a document that is still being sent from being taken for abandoned. */
export async function renewLease({ documentId, leaseMs }: { documentId: string; leaseMs: number }) {
  await db()
    .update(documents)
    .set({ nextTryAt: new Date(Date.now() + leaseMs) })
    .where(and(eq(documents.id, documentId), eq(documents.state, 'sending')))
}

/** Lets go of what this process's predecessor was sending: nobody else can be (embedded database, one process). */
export async function endSendingLeases(): Promise<void> {
  await db().update(documents).set({ nextTryAt: new Date() }).where(eq(documents.state, 'sending'))
}

/** Documents in `sending` whose lease ran out: their sender died. */
export function listAbandoned() {
  return db()
    .select({
      documentId: attempts.documentId,
      number: attempts.number,
      executionId: attempts.executionId,
      sentAt: attempts.sentAt,
      startedAt: attempts.startedAt,
      failedTries: documents.failedTries,
    })
    .from(documents)
    .innerJoin(attempts, and(eq(attempts.documentId, documents.id), eq(attempts.number, documents.attempt)))
    .where(and(eq(documents.state, 'sending'), lte(documents.nextTryAt, new Date())))
}

/** The upstream has it. */
export async function recordAccepted(
  given: AttemptRef & { executionId: string; firstPollAt: Date; confirmedBy: 'submit' | 'webhook' },
): Promise<void> {
  const now = new Date()
  await db().transaction(async (tx) => {
    const changed = await moveOn({
      tx,
      ref: given,
      set: {
        state: 'enqueued',
        reason: null,
        failedTries: 0,
        nextTryAt: given.firstPollAt,
        confirmedBy: given.confirmedBy,
      },
    })
    if (!changed) return
    await tx
      .update(attempts)
      .set({ state: 'enqueued', executionId: given.executionId, enqueuedAt: now })
      .where(isAttempt(given))
  })
}

/** Not processed, or safe to repeat: back in line with the cause kept. */
export async function putBack(
  given: AttemptRef & {
    reason: WaitingReason
    nextTryAt: Date
    failedTries: number
    error: AttemptError | null
  },
): Promise<void> {
  await db().transaction(async (tx) => {
    const { reason, nextTryAt, failedTries } = given
    const set = { state: 'waiting', reason, nextTryAt, failedTries, confirmedBy: 'desk' } as const
    if (!(await moveOn({ tx, ref: given, set }))) return
    const { code = null, detail = null } = given.error ?? {}
    await tx
      .update(attempts)
      .set({ state: 'waiting', sentAt: null, errorCode: code, errorDetail: detail })
      .where(isAttempt(given))
  })
}

/** Sent, with no answer seen: a webhook settles it, or a person. */
export async function recordUncertain(
  given: AttemptRef & { error: { code: string; detail: string | null } },
) {
  await db().transaction(async (tx) => {
    const set = { state: 'uncertain', reason: null, nextTryAt: null, confirmedBy: 'desk' } as const
    if (!(await moveOn({ tx, ref: given, set }))) return
    const { code, detail } = given.error
    await tx
      .update(attempts)
      .set({ state: 'uncertain', errorCode: code, errorDetail: detail })
      .where(isAttempt(given))
  })
}

type Change = Partial<typeof documents.$inferInsert>

/** Changes a document that is still being sent by this very attempt; false when something overtook it. */
async function moveOn({ tx, ref, set }: { tx: Transaction; ref: AttemptRef; set: Change }): Promise<boolean> {
  const changed = await tx
    .update(documents)
    .set({ ...set, confirmedAt: new Date(), version: nextVersion })
    .where(
      and(
        eq(documents.id, ref.documentId),
        eq(documents.attempt, ref.number),
        eq(documents.state, 'sending'),
      ),
    )
    .returning({ id: documents.id })
  if (changed.length > 0) await notifyDocument(tx, ref.documentId)
  return changed.length > 0
}

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

/** When the submit pump has to look again. */
export async function findNextSubmission(): Promise<Date | null> {
  const [row] = await db()
    .select({ at: min(documents.nextTryAt) })
    .from(documents)
    .where(and(or(isWaiting, eq(documents.state, 'sending')), isNotNull(documents.nextTryAt)))
  return row?.at ?? null
}
