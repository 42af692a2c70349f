import 'server-only'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { notifyDocuments } from '@/lib/db/notify'
import { upstreamIdentity } from '@/lib/docutray/upstream'
import type { ErrorCode } from '@/lib/errors'
import { attempts, documents, nextVersion } from '../tables'
import { type AttemptRef, isAttempt } from './attempts-store'

const cause: ErrorCode = 'upstream.changed'

/**
 * The document was sent to a service or account that the desk does not use any more, and the one it uses now does not
 * know it. What became of it there nobody here can tell: a person decides, or the desk goes back to that service.
 */
export async function setAside(ref: AttemptRef): Promise<void> {
  await db().transaction(async (tx) => {
    const isMeant = and(eq(documents.id, ref.documentId), eq(documents.attempt, ref.number))
    const aside = await tx
      .update(documents)
      .set({ state: 'uncertain', ...confirmedNow(), nextTryAt: null })
      .where(and(isMeant, inArray(documents.state, ['enqueued', 'processing'])))
      .returning({ id: documents.id })
    if (aside.length === 0) return
    await tx.update(attempts).set({ state: 'uncertain', errorCode: cause }).where(isAttempt(ref))
    await notifyDocuments(tx, [ref.documentId])
  })
}

/** The desk is back at the service of documents that were set aside: they are followed again. How many there were. */
export async function followAgain(): Promise<number> {
  return db().transaction(async (tx) => {
    const ours = await tx
      .update(documents)
      .set({ state: 'enqueued', ...confirmedNow(), failedTries: 0, nextTryAt: new Date() })
      .from(attempts)
      .where(
        and(
          eq(attempts.documentId, documents.id),
          eq(attempts.number, documents.attempt),
          eq(documents.state, 'uncertain'),
          eq(attempts.errorCode, cause),
          eq(attempts.upstream, upstreamIdentity()),
          isNotNull(attempts.executionId),
        ),
      )
      .returning({ id: documents.id, number: documents.attempt })
    for (const { id, number } of ours)
      await tx
        .update(attempts)
        .set({ state: 'enqueued', errorCode: null, errorDetail: null })
        .where(isAttempt({ documentId: id, number }))
    await notifyDocuments(
      tx,
      ours.map(({ id }) => id),
    )
    return ours.length
  })
}

const confirmedNow = () => ({
  confirmedAt: new Date(),
  confirmedBy: 'desk' as const,
  version: nextVersion,
})
