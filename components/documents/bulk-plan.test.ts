import { expect, test } from 'vitest'
import type { DocumentSummary } from '@/lib/documents/schema'
import type { DocumentState } from '@/lib/documents/status'
import { planBulkAction } from './bulk-plan'

function inState(state: DocumentState, pages = 1): DocumentSummary {
  return {
    id: `doc_${state}`,
    name: `${state}.pdf`,
    bytes: 10,
    contentType: 'application/pdf',
    pages,
    step: { id: 'step', name: 'Invoice' },
    state,
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
    version: 1,
  }
}

const all = [inState('failed', 3), inState('done', 9), inState('sending'), inState('cancelled', 2)]

test('reading again touches what failed or was cancelled and counts only their pages', () => {
  const plan = planBulkAction({ action: 'retry', documents: all })
  expect(plan.targets.map(({ state }) => state)).toEqual(['failed', 'cancelled'])
  expect(plan).toMatchObject({ skipped: 2, pages: 5 })
})

test('nothing that has ended can be cancelled', () => {
  expect(planBulkAction({ action: 'cancel', documents: [inState('done'), inState('failed')] }).skipped).toBe(
    2,
  )
})

test('everything may be deleted but what is being sent at this moment', () => {
  const plan = planBulkAction({ action: 'remove', documents: all })
  expect(plan.skipped).toBe(1)
  expect(plan.targets.map(({ state }) => state)).not.toContain('sending')
})
