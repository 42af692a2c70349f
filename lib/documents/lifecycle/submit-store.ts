import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, asc, eq, isNull, lte, min } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import type { ConvertedFile } from '../model/files/sent-file'
import type { WaitingReason } from '../model/status'
import { attempts, documents, isAttempt, isCurrentAttempt } from '../tables'
import { type AttemptError, type AttemptRef, isCurrent } from './attempts-store'
import { move, reschedule } from './move'

/** A sender that shows no sign of life for so long is taken for dead. */
export const sendingLeaseMs = 60_000

const isWaiting = and(eq(documents.state, 'waiting'), isNull(documents.removedAt))

export type Sending = AttemptRef & {
  key: string
  startedAt: Date
  failedTries: number
  stepId: string
  fileKey: string | null
  converted: ConvertedFile | null
  sha256: string
  pages: number
  bytes: number
  name: string
  contentType: string
  metadata: Record<string, unknown> | null
}

/** What may still be sent this month: pages, null without a quota, and when the next month begins. */
type Allowance = { left: number | null; resetsAt: Date }

type ClaimLimits = { limit: number; leaseMs: number; allowance: Allowance }

/**
 * Takes due documents for sending, oldest first: their attempt is written down before anything is sent. A document
 * requeued without having been processed goes on with the same attempt and key. One with more pages than are left
 * waits for the next month and lets smaller ones pass.
 */
export function claimWaiting({ limit, leaseMs, allowance }: ClaimLimits): Promise<Sending[]> {
  return db().transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(documents)
      .where(and(isWaiting, lte(documents.nextTryAt, new Date())))
      .orderBy(asc(documents.receivedAt), asc(documents.id))
      .limit(limit)
      .for('update', { skipLocked: true })
    let left = allowance.left ?? Number.POSITIVE_INFINITY
    const claimed: Sending[] = []
    for (const row of rows) {
      if (row.pages > left) {
        const to = { reason: 'quota', nextTryAt: allowance.resetsAt } as const
        await move({ tx, where: eq(documents.id, row.id), from: ['waiting'], to })
        continue
      }
      left -= row.pages
      claimed.push({ ...row, ...(await beginAttempt({ tx, row, leaseMs })) })
    }
    return claimed
  })
}

type DocumentRow = typeof documents.$inferSelect

async function beginAttempt({ tx, row, leaseMs }: { tx: Transaction; row: DocumentRow; leaseMs: number }) {
  const ref = { documentId: row.id, number: row.attempt }
  const [requeued] = await tx
    .update(attempts)
    .set({ state: 'sending', sentAt: null, errorCode: null, errorDetail: null })
    .where(and(isAttempt(ref), eq(attempts.state, 'waiting')))
    .returning()
  const attempt = requeued ?? (await insertAttempt({ tx, ref: { ...ref, number: row.attempt + 1 } }))
  const nextTryAt = new Date(Date.now() + leaseMs)
  await move({
    tx,
    where: eq(documents.id, row.id),
    from: ['waiting'],
    to: { state: 'sending', attempt: attempt.number, nextTryAt, confirmedBy: 'desk' },
  })
  return { documentId: row.id, number: attempt.number, key: attempt.key, startedAt: attempt.startedAt }
}

async function insertAttempt({ tx, ref }: { tx: Transaction; ref: AttemptRef }) {
  const attempt = { ...ref, key: `att_${randomBytes(16).toString('hex')}`, startedAt: new Date() }
  await tx.insert(attempts).values({ ...attempt, state: 'sending' })
  return attempt
}

/** The upstream has it. False where the document is not being sent by this attempt any more. */
export async function recordAccepted(
  accepted: AttemptRef & { executionId: string; firstPollAt: Date; confirmedBy: 'submit' | 'webhook' },
): Promise<boolean> {
  const { executionId, firstPollAt, confirmedBy } = accepted
  const moved = await move({
    where: isCurrent(accepted),
    from: ['sending'],
    to: { state: 'enqueued', nextTryAt: firstPollAt, confirmedBy },
    attempt: { executionId, enqueuedAt: new Date() },
  })
  return moved.length > 0
}

type Requeued = AttemptRef & {
  reason: WaitingReason
  nextTryAt: Date
  failedTries: number
  error: AttemptError | null
}

/** Not processed, or safe to repeat: back in line with the cause kept. */
export async function requeue({ reason, nextTryAt, failedTries, error, ...ref }: Requeued): Promise<void> {
  await move({
    where: isCurrent(ref),
    from: ['sending'],
    to: { state: 'waiting', reason, nextTryAt, failedTries, confirmedBy: 'desk' },
    attempt: { sentAt: null, errorCode: error?.code ?? null, errorDetail: error?.detail ?? null },
  })
}

/** Sent, with no answer seen: a webhook settles it, or a person. */
export async function recordUncertain({
  error,
  ...ref
}: AttemptRef & { error: AttemptError }): Promise<void> {
  await move({
    where: isCurrent(ref),
    from: ['sending'],
    to: { state: 'uncertain', confirmedBy: 'desk' },
    attempt: { errorCode: error.code, errorDetail: error.detail },
  })
}

/** Keeps a document that is still being sent from being taken for abandoned. */
export async function renewLease({ documentId, leaseMs }: { documentId: string; leaseMs: number }) {
  const nextTryAt = new Date(Date.now() + leaseMs)
  await reschedule({ where: eq(documents.id, documentId), states: ['sending'], nextTryAt })
}

/** Lets go of what this process's predecessor was sending: nobody else can be (embedded database, one process). */
export async function endSendingLeases(): Promise<void> {
  await reschedule({ states: ['sending'], nextTryAt: new Date() })
}

/** Documents in `sending` whose lease ran out: their sender died. */
export function listAbandoned() {
  return db()
    .select({
      documentId: attempts.documentId,
      number: attempts.number,
      sentAt: attempts.sentAt,
      startedAt: attempts.startedAt,
      sentTo: attempts.upstream,
      failedTries: documents.failedTries,
    })
    .from(documents)
    .innerJoin(attempts, isCurrentAttempt)
    .where(and(eq(documents.state, 'sending'), lte(documents.nextTryAt, new Date())))
}

export async function findNextSubmission(): Promise<Date | null> {
  const [row] = await db()
    .select({ at: min(documents.nextTryAt) })
    .from(documents)
    .where(isWaiting)
  return row?.at ?? null
}
