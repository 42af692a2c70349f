import { expect, test } from 'vitest'
import type { DocumentState } from '@/lib/documents/model/status'
import { documentSummary } from '@/tests/support/document-summary'
import { planBulkAction } from './bulk-plan'

const inState = (state: DocumentState, pages = 1) => documentSummary({ id: `doc_${state}`, state, pages })

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
