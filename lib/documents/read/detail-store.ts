import 'server-only'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/lib/db/client'
import { tokens, users } from '@/lib/people/tables'
import { steps } from '@/lib/steps/tables'
import { ledgerLines } from '@/lib/usage/tables'
import { attempts, documents, isCurrentAttempt } from '../tables'
import { summaryColumns } from './summary-store'

const checkers = alias(users, 'checkers')

/** What decides about a document and its file; null where there is none, or it was removed. */
export async function findFacts(id: string) {
  const [facts] = await db()
    .select({
      id: documents.id,
      ownerId: documents.uploadedBy,
      name: documents.name,
      contentType: documents.contentType,
      sha256: documents.sha256,
      fileKey: documents.fileKey,
      bytes: documents.bytes,
      converted: documents.converted,
      state: documents.state,
    })
    .from(documents)
    .where(and(eq(documents.id, id), isNull(documents.removedAt)))
  return facts ?? null
}

export type DocumentFacts = NonNullable<Awaited<ReturnType<typeof findFacts>>>

export async function findDetail(id: string) {
  const [row] = await db()
    .select({
      ...summaryColumns,
      sha256: documents.sha256,
      sentWith: tokens.name,
      metadata: documents.metadata,
      fileKey: documents.fileKey,
      converted: documents.converted,
      executionId: attempts.executionId,
      result: attempts.result,
      learnt: attempts.learnt,
      validation: attempts.validation,
      identification: attempts.identification,
      corrections: attempts.corrections,
      confirmations: attempts.confirmations,
      reviewItems: attempts.reviewItems,
      checkedBy: checkers.name,
      resultSchema: steps.schema,
    })
    .from(documents)
    .innerJoin(users, eq(users.id, documents.uploadedBy))
    .leftJoin(attempts, isCurrentAttempt)
    .leftJoin(checkers, eq(checkers.id, attempts.checkedBy))
    .leftJoin(tokens, eq(tokens.id, documents.tokenId))
    .leftJoin(steps, eq(steps.id, documents.stepId))
    .where(and(eq(documents.id, id), isNull(documents.removedAt)))
  return row ?? null
}

export type DetailRow = NonNullable<Awaited<ReturnType<typeof findDetail>>>

export function listAttempts(documentId: string) {
  return db()
    .select({
      number: attempts.number,
      state: attempts.state,
      executionId: attempts.executionId,
      startedAt: attempts.startedAt,
      sentAt: attempts.sentAt,
      enqueuedAt: attempts.enqueuedAt,
      processingAt: attempts.processingAt,
      finishedAt: attempts.finishedAt,
      errorCode: attempts.errorCode,
      errorDetail: attempts.errorDetail,
      result: attempts.result,
      learnt: attempts.learnt,
      corrections: attempts.corrections,
      pagesCounted: sql<number>`case when ${ledgerLines.counted} then ${ledgerLines.pages} else 0 end`,
    })
    .from(attempts)
    .leftJoin(
      ledgerLines,
      and(eq(ledgerLines.documentId, attempts.documentId), eq(ledgerLines.attempt, attempts.number)),
    )
    .where(eq(attempts.documentId, documentId))
    .orderBy(desc(attempts.number))
}

export type AttemptRow = Awaited<ReturnType<typeof listAttempts>>[number]
