import 'server-only'
import { and, eq, exists, isNotNull, isNull } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { upstreamIdentity } from '@/lib/docutray/upstream'
import type { ErrorCode } from '@/lib/errors'
import { attempts, documents, isAttempt, isCurrentAttempt } from '../tables'
import { type AttemptRef, isCurrent } from './attempts-store'
import { move } from './move'

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
export async function adoptExecution({
  executionId,
  confirmedBy,
  ...ref
}: AttemptRef & { executionId: string; confirmedBy: 'submit' | 'webhook' }): Promise<void> {
  const now = new Date()
  await db().transaction(async (tx) => {
    await tx.update(attempts).set({ executionId }).where(isAttempt(ref))
    await move({
      tx,
      where: isCurrent(ref),
      from: ['uncertain'],
      to: { state: 'enqueued', nextTryAt: now, confirmedBy },
      attempt: { enqueuedAt: now, errorCode: null, errorDetail: null },
    })
  })
}

const otherUpstream: ErrorCode = 'upstream.changed'

/**
 * The document was sent to a service or account that the desk does not use any more, and the one it uses now does not
 * know it. What became of it there nobody here can tell: a person decides, or the desk goes back to that service.
 */
export async function markOtherUpstream(ref: AttemptRef): Promise<void> {
  await move({
    where: isCurrent(ref),
    from: ['enqueued', 'processing'],
    to: { state: 'uncertain', confirmedBy: 'desk' },
    attempt: { errorCode: otherUpstream },
  })
}

/** The desk is back at the service of documents marked so: they are tracked again. How many there were. */
export async function resumeTracking(): Promise<number> {
  const ours = db()
    .select({ number: attempts.number })
    .from(attempts)
    .where(
      and(
        isCurrentAttempt,
        eq(attempts.errorCode, otherUpstream),
        eq(attempts.upstream, upstreamIdentity()),
        isNotNull(attempts.executionId),
      ),
    )
  const resumed = await move({
    where: exists(ours),
    from: ['uncertain'],
    to: { state: 'enqueued', nextTryAt: new Date(), confirmedBy: 'desk' },
    attempt: { errorCode: null, errorDetail: null },
  })
  return resumed.length
}
