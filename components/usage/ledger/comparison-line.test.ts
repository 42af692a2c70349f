import { expect, test } from 'vitest'
import type { UsageMonth } from '@/lib/usage/schema'
import { comparisonOf } from './comparison-line'

const month = (pages: number, ours: number, source: UsageMonth['source'] = 'upstream'): UsageMonth => ({
  year: 2026,
  month: 11,
  pages,
  operations: 1,
  ledger: { pages: ours, operations: 1 },
  source,
  asOf: '2026-11-21T12:00:00.000Z',
})

test('a difference is told in the direction in which the service differs', () => {
  expect(comparisonOf(month(120, 100))).toEqual({ kind: 'more', pages: 20 })
  expect(comparisonOf(month(90, 100))).toEqual({ kind: 'fewer', pages: 10 })
  expect(comparisonOf(month(100, 100))).toEqual({ kind: 'same', pages: 100 })
})

test('a figure that is our own ledger’s is never said to agree with the service', () => {
  expect(comparisonOf(month(100, 100, 'ledger')).kind).toBe('not')
})
