import { reviewItemsOf } from '@/lib/documents/attention/review-items'
import type { DocumentDetail, DocumentSummary } from '@/lib/documents/model/schema'

/** A document as lists and cards get it: received, and nothing more known of it than the test says. */
export function documentSummary(known: Partial<DocumentSummary> = {}): DocumentSummary {
  return {
    id: 'doc_1',
    name: 'invoice.pdf',
    bytes: 10,
    contentType: 'application/pdf',
    pages: 1,
    step: { id: 'step', name: 'Invoice' },
    state: 'waiting',
    reason: null,
    attempt: 1,
    error: null,
    uploadedBy: { id: 'usr_1', name: 'Ana' },
    receivedAt: '2026-11-21T10:00:00.000Z',
    sentAt: null,
    enqueuedAt: null,
    processingAt: null,
    finishedAt: null,
    confirmedAt: null,
    confirmedBy: null,
    nextTryAt: null,
    warnings: 0,
    toReview: 0,
    nothingFound: false,
    headline: null,
    checkedAt: null,
    version: 1,
    ...known,
  }
}

/** A document as its own page gets it: read, and without values unless the test gives some. */
export function documentDetail(known: Partial<DocumentDetail> = {}): DocumentDetail {
  const { result = {}, validation = null, resultSchema: schema = null } = known
  const reviewItems = result ? reviewItemsOf({ result, validation, schema }) : []
  return {
    ...documentSummary({ state: 'done', finishedAt: '2026-11-21T10:00:05.000Z' }),
    toReview: reviewItems.length,
    sha256: 'ab'.repeat(32),
    executionId: null,
    metadata: null,
    result: {},
    learnt: {},
    corrections: {},
    confirmations: {},
    reviewItems,
    checkedBy: null,
    validation: null,
    identification: null,
    resultSchema: null,
    attempts: [],
    originalAvailable: true,
    sentWith: null,
    converted: null,
    ...known,
  }
}
