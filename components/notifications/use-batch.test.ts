import { expect, test } from 'vitest'
import type { DocumentState } from '@/lib/documents/model/status'
import { documentSummary } from '@/tests/support/document-summary'
import { emptyBatch, missingFrom, updateBatch, withoutDocuments } from './use-batch'

const seen = (id: string, state: DocumentState) => documentSummary({ id, name: `${id}.pdf`, state })
const begun = updateBatch({ batch: emptyBatch, documents: [seen('a', 'waiting'), seen('b', 'processing')] })

test('what was open and ended is news; what had ended before is none', () => {
  const next = updateBatch({
    batch: begun,
    documents: [seen('a', 'failed'), seen('b', 'done'), seen('old', 'done')],
  })
  expect(next.ended).toEqual([
    { id: 'a', name: 'a.pdf', failed: true, toReview: 0 },
    { id: 'b', name: 'b.pdf', failed: false, toReview: 0 },
  ])
  expect(next.open.size).toBe(0)
})

test('the same end heard twice is one piece of news', () => {
  const once = updateBatch({ batch: begun, documents: [seen('a', 'done')] })
  expect(updateBatch({ batch: once, documents: [seen('a', 'done')] }).ended).toHaveLength(1)
})

test('a cancelled document leaves without a word', () => {
  const next = updateBatch({ batch: begun, documents: [seen('a', 'cancelled')] })
  expect([next.ended.length, next.open.has('a')]).toEqual([0, false])
})

test('an end that was told while the line was silent is noticed by its absence', () => {
  expect(missingFrom({ batch: begun, documents: [seen('b', 'processing')] })).toEqual(['a'])
  expect(withoutDocuments({ batch: begun, ids: ['a'] }).open).toEqual(new Set(['b']))
})
