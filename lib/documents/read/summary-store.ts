import 'server-only'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { isErrorCode } from '@/lib/errors'
import { errorMessage } from '@/lib/i18n/error-message'
import { createTranslate } from '@/lib/i18n/translate'
import { users } from '@/lib/people/tables'
import { nothingFound } from '../attention/review-items'
import { noHeadlineColumns, toHeadline } from '../model/headline-columns'
import type { DocumentError, DocumentSummary } from '../model/schema'
import { inOrder } from '../model/times/stage-times'
import { attempts, documents, isCurrentAttempt } from '../tables'

export const summaryColumns = {
  id: documents.id,
  name: documents.name,
  bytes: documents.bytes,
  contentType: documents.contentType,
  pages: documents.pages,
  stepId: documents.stepId,
  stepName: documents.stepName,
  state: documents.state,
  reason: documents.reason,
  attempt: documents.attempt,
  receivedAt: documents.receivedAt,
  finishedAt: documents.finishedAt,
  confirmedAt: documents.confirmedAt,
  confirmedBy: documents.confirmedBy,
  nextTryAt: documents.nextTryAt,
  version: documents.version,
  personId: users.id,
  personName: users.name,
  attemptState: attempts.state,
  sentAt: attempts.sentAt,
  enqueuedAt: attempts.enqueuedAt,
  processingAt: attempts.processingAt,
  errorCode: attempts.errorCode,
  errorDetail: attempts.errorDetail,
  supplier: attempts.supplier,
  supplierKey: attempts.supplierKey,
  invoiceNumber: attempts.invoiceNumber,
  issuedOn: attempts.issuedOn,
  dueOn: attempts.dueOn,
  total: attempts.total,
  currency: attempts.currency,
  checkedAt: attempts.checkedAt,
  toReview: attempts.toReview,
  nothingFound: sql<boolean>`coalesce(${attempts.reviewItems} @> ${JSON.stringify([{ code: nothingFound }])}::jsonb and coalesce(${attempts.corrections}, '{}') = '{}', false)`,
  warnings: sql<number>`coalesce((${attempts.validation}->'errors'->>'count')::int, 0) + coalesce((${attempts.validation}->'warnings'->>'count')::int, 0)`,
}

/** Until a result of an earlier version is counted, what its validation counted stands in. */
function toReviewOf({
  toReview,
  checkedAt,
  warnings,
}: {
  toReview: number | null
  checkedAt: Date | null
  warnings: number
}) {
  return toReview ?? (checkedAt ? 0 : warnings)
}

export function selectSummaries() {
  return db()
    .select(summaryColumns)
    .from(documents)
    .innerJoin(users, eq(users.id, documents.uploadedBy))
    .leftJoin(attempts, isCurrentAttempt)
    .$dynamic()
}

export type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number]

export async function findSummaries(ids: string[]): Promise<DocumentSummary[]> {
  if (ids.length === 0) return []
  const rows = await selectSummaries().where(and(inArray(documents.id, ids), isNull(documents.removedAt)))
  return rows.map(toSummary)
}

export function toSummary(stored: SummaryRow): DocumentSummary {
  const row = isPastAttempt(stored) ? { ...stored, ...noStages } : stored
  const { sentAt, enqueuedAt, processingAt, finishedAt } = inOrder({ from: row.receivedAt, ...row })
  return {
    id: row.id,
    name: row.name,
    bytes: row.bytes,
    contentType: row.contentType,
    pages: row.pages,
    step: { id: row.stepId, name: row.stepName },
    state: row.state,
    reason: row.reason,
    attempt: row.attempt,
    error: toDocumentError({ code: row.errorCode, detail: row.errorDetail }),
    uploadedBy: { id: row.personId, name: row.personName },
    receivedAt: row.receivedAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    enqueuedAt: enqueuedAt?.toISOString() ?? null,
    processingAt: processingAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    confirmedBy: row.confirmedBy,
    nextTryAt: row.state === 'waiting' ? (row.nextTryAt?.toISOString() ?? null) : null,
    warnings: row.warnings,
    toReview: toReviewOf(row),
    nothingFound: row.nothingFound,
    headline: toHeadline(row),
    checkedAt: row.checkedAt?.toISOString() ?? null,
    version: row.version,
  }
}

/** After a retry the document waits anew, while its last attempt is still the one that ended. */
export function isPastAttempt(row: Pick<SummaryRow, 'state' | 'attemptState'>): boolean {
  return row.state === 'waiting' && row.attemptState !== 'waiting'
}

const noStages = {
  sentAt: null,
  enqueuedAt: null,
  processingAt: null,
  errorCode: null,
  warnings: 0,
  toReview: 0,
  nothingFound: false,
  ...noHeadlineColumns,
  checkedAt: null,
}

const english = createTranslate('en')

/** The stored cause of an attempt, with the English words scripts read. */
export function toDocumentError(cause: { code: string | null; detail: string | null }): DocumentError | null {
  if (!cause.code) return null
  const code = isErrorCode(cause.code) ? cause.code : 'upstream.failed'
  return { code, message: errorMessage(english, { code }), detail: cause.detail }
}
