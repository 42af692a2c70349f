import 'server-only'
import { and, desc, eq, gt, isNotNull, isNull, ne } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { detailOf } from '@/lib/docutray/calls/upstream-error'
import { upstreamIdentity } from '@/lib/docutray/upstream'
import type { AppError, ErrorCode } from '@/lib/errors'
import { attempts, documents, isAttempt } from '../tables'

/** Which attempt of which document a row is about; `number` guards against one that was overtaken. */
export type AttemptRef = { documentId: string; number: number }

/** Why an attempt did not go on: our code, and the upstream's own words where it gave any. */
export type AttemptError = { code: ErrorCode; detail: string | null }

export function toAttemptError(error: AppError): AttemptError {
  return { code: error.code, detail: detailOf(error) }
}

export const isCurrent = ({ documentId, number }: AttemptRef) =>
  and(eq(documents.id, documentId), eq(documents.attempt, number))

/**
 * Notes, before the first byte goes out, that the upstream may know of the attempt from now on: what has no such note
 * was certainly not sent. It also notes which upstream that was, because the settings may name another one later.
 */
export async function recordSending(ref: AttemptRef): Promise<void> {
  await db().update(attempts).set({ sentAt: new Date(), upstream: upstreamIdentity() }).where(isAttempt(ref))
}

/** By which id the upstream knows the attempt, where a webhook told before the answer did. */
export async function findExecutionId(ref: AttemptRef): Promise<string | null> {
  const [row] = await db().select({ executionId: attempts.executionId }).from(attempts).where(isAttempt(ref))
  return row?.executionId ?? null
}

/** Whether the upstream accepted another document since `since`: it is not out of order, then. */
export async function hasAcceptedOthers({ documentId, since }: { documentId: string; since: Date }) {
  const [other] = await db()
    .select({ documentId: attempts.documentId })
    .from(attempts)
    .where(and(ne(attempts.documentId, documentId), gt(attempts.enqueuedAt, since)))
    .limit(1)
  return other !== undefined
}

/** When the upstream last accepted a document for each of these steps. */
export async function listLastAccepted(stepIds: string[]): Promise<Map<string, Date>> {
  const found = await Promise.all(stepIds.map(findLastAccepted))
  return new Map(found.flatMap((row) => (row?.enqueuedAt ? [[row.stepId, row.enqueuedAt] as const] : [])))
}

async function findLastAccepted(stepId: string) {
  const [row] = await db()
    .select({ stepId: documents.stepId, enqueuedAt: attempts.enqueuedAt })
    .from(documents)
    .innerJoin(attempts, eq(attempts.documentId, documents.id))
    .where(and(eq(documents.stepId, stepId), isNull(documents.removedAt), isNotNull(attempts.enqueuedAt)))
    .orderBy(desc(documents.receivedAt), desc(documents.id))
    .limit(1)
  return row ?? null
}
