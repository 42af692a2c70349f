import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { notifyDocument } from '@/lib/db/notify'
import { attempts, documents, nextVersion } from '../tables'
import { type AttemptRef, isAttempt } from './attempts-store'
import { announced } from './track-store'

/** The attempt an execution belongs to, by its id or by the key that went with the submission. */
export async function findAttempt(by: { executionId: string; attemptKey: string | null }) {
  const columns = {
    documentId: attempts.documentId,
    number: attempts.number,
    executionId: attempts.executionId,
    startedAt: attempts.startedAt,
    attemptState: attempts.state,
    documentState: documents.state,
    current: documents.attempt,
  }
  const select = () =>
    db().select(columns).from(attempts).innerJoin(documents, eq(documents.id, attempts.documentId))
  const [known] = await select().where(eq(attempts.executionId, by.executionId))
  if (known || !by.attemptKey) return known ?? null
  const [unanswered] = await select().where(
    and(eq(attempts.key, by.attemptKey), isNull(attempts.executionId)),
  )
  return unanswered ?? null
}

/**
 * Learns by which id the upstream knows an attempt whose answer was not seen; an uncertain document is settled by that.
 * One still being sent only keeps the id: its answer may yet come.
 */
export async function adoptExecution(
  given: AttemptRef & { executionId: string; confirmedBy: 'submit' | 'webhook' },
): Promise<void> {
  const now = new Date()
  await db().transaction(async (tx) => {
    await tx.update(attempts).set({ executionId: given.executionId }).where(isAttempt(given))
    const settled = await tx
      .update(documents)
      .set({
        state: 'enqueued',
        failedTries: 0,
        nextTryAt: now,
        confirmedAt: now,
        confirmedBy: given.confirmedBy,
        version: nextVersion,
      })
      .where(
        and(
          eq(documents.id, given.documentId),
          eq(documents.attempt, given.number),
          eq(documents.state, 'uncertain'),
        ),
      )
      .returning({ id: documents.id })
    if (settled.length === 0) return
    await tx
      .update(attempts)
      .set({ state: 'enqueued', enqueuedAt: now, errorCode: null, errorDetail: null })
      .where(isAttempt(given))
    await notifyDocument(tx, given.documentId)
  })
}

/** The upstream has news: the track pump asks at once. */
export async function makeQuestionDue({ documentId, number }: AttemptRef): Promise<void> {
  await db()
    .update(documents)
    .set({ nextTryAt: announced })
    .where(
      and(
        eq(documents.id, documentId),
        eq(documents.attempt, number),
        inArray(documents.state, ['enqueued', 'processing']),
      ),
    )
}
