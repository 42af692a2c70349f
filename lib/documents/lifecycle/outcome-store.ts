import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { notifyDocument } from '@/lib/db/notify'
import type { WaitingReason } from '../model/status'
import { attempts, documents, nextVersion } from '../tables'
import { type AttemptError, type AttemptRef, isAttempt } from './attempts-store'

/** The upstream has it. False where the document is not being sent by this attempt any more. */
export async function recordAccepted(
  given: AttemptRef & { executionId: string; firstPollAt: Date; confirmedBy: 'submit' | 'webhook' },
): Promise<boolean> {
  const now = new Date()
  return db().transaction(async (tx) => {
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
    if (!changed) return false
    await tx
      .update(attempts)
      .set({ state: 'enqueued', executionId: given.executionId, enqueuedAt: now })
      .where(isAttempt(given))
    return true
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
