import { expect, test } from 'vitest'
import { type LearntValue, readingOf, valuesOf } from '../model/learnt'
import { reviewItemsOf } from './review-items'

const one = (known: Partial<LearntValue>): LearntValue => ({
  value: 'P-1',
  answered: null,
  lessonId: 'les',
  supplierId: 'sup',
  certainty: 0.9,
  documents: 4,
  page: 2,
  box: [0.1, 0.2, 0.3, 0.1],
  text: 'P-1',
  ...known,
})
const result = {
  supplier: 'ACME SA',
  order: null,
  subtotal: 100,
  tax: 19,
  total: 150,
  _evidence: { supplier: { page: 1, box: null, text: 'ACME SA', confidence: 0.95 } },
}
const by = { id: 'ana', name: 'Ana' }

test('learnt values stand in the place of answered ones with where they are printed; the answer is left as it is', () => {
  const before = JSON.stringify(result)
  const learnt = {
    order: one({}),
    supplier: one({ value: 'Acme', page: null, box: null, text: null, certainty: 0.5 }),
  }
  expect(readingOf({ result, learnt })).toMatchObject({
    order: 'P-1',
    supplier: 'Acme',
    _evidence: {
      order: { page: 2, text: 'P-1', confidence: 0.9 },
      // A name that is printed nowhere keeps the place of the one it came from.
      supplier: { page: 1, text: 'ACME SA', confidence: 0.5 },
    },
  })
  expect(JSON.stringify(result)).toBe(before)
  expect(readingOf({ result, learnt: null })).toBe(result)
})

test('what a person corrected stands above what was learnt', () => {
  const corrections = { order: { value: 'X', read: 'P-1', by, at: '2026-11-29T10:00:00.000Z' } }
  expect(valuesOf({ result, learnt: { order: one({}) }, corrections }).order).toBe('X')
})

test('a learnt value is to be reviewed until its record is good, and is missing no more', () => {
  const schema = { required: ['order'], properties: { order: { type: 'string' } } }
  const items = (certainty: number | null) => {
    const learnt =
      certainty === null ? null : { order: one({ certainty, page: null, box: null, text: null }) }
    const reading = readingOf({ result, learnt })
    return reviewItemsOf({ result: reading, learnt, validation: null, schema }).filter(
      ({ id }) => id === 'order',
    )
  }
  expect(items(null)).toEqual([{ kind: 'missing', id: 'order' }])
  expect(items(0.34)).toEqual([{ kind: 'value', id: 'order', certainty: 0.34 }])
  expect(items(0.85)).toEqual([])
})

test('a finding of the service is gone where the learnt value mends it', () => {
  const validation = {
    errors: { count: 1, messages: ['100.00 + 19.00 is not 150.00.'] },
    warnings: { count: 0, messages: [] },
  }
  const codes = (learnt: Record<string, LearntValue> | null) =>
    reviewItemsOf({
      result: readingOf({
        result: {
          ...result,
          _validation: [
            {
              severity: 'error',
              code: 'totals.mismatch',
              fields: ['subtotal', 'tax', 'total'],
              values: {},
              message: '100.00 + 19.00 is not 150.00.',
            },
          ],
        },
        learnt,
      }),
      learnt,
      validation,
      schema: null,
    }).map((item) => (item.kind === 'finding' ? item.code : item.id))
  expect(codes(null)).toContain('totals.mismatch')
  expect(codes({ total: one({ value: 119, answered: 150 }) })).not.toContain('totals.mismatch')
})
