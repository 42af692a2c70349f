import { expect, test } from 'vitest'
import type { ReviewItem } from '@/lib/documents/model/review-item'
import { buildResultTree, listValues } from '../result/result-tree'
import { nextOpen, stopsOf } from './review-stops'

const result = { supplier: 'Acme', lines: [{ price: 1 }, { price: 2 }], total: 3 }
const values = listValues(buildResultTree({ result, resultSchema: null, locale: 'en' }))
const finding: ReviewItem = {
  kind: 'finding',
  id: '_error.0',
  severity: 'error',
  code: 'totals.mismatch',
  fields: ['total', 'gone'],
  values: {},
  message: '',
}
const items: ReviewItem[] = [
  finding,
  { kind: 'missing', id: 'iban' },
  { kind: 'value', id: 'total', certainty: 0.5 },
  { kind: 'value', id: 'lines.1.price', certainty: 0.5 },
]

test('fields come in the order of the page, then those that are not there, then findings with their values', () => {
  const stops = stopsOf({ items, values })
  expect(stops.map(({ id }) => id)).toEqual(['lines.1.price', 'total', 'iban', '_error.0'])
  expect(
    stops.map((stop) => (stop.kind === 'field' ? (stop.value?.value ?? null) : stop.fields.length)),
  ).toEqual([2, 3, null, 1])
})

test('the next is the next open one, from the end back to the start, and none where all is decided', () => {
  const stops = ['a', 'b', 'c'].map((id) => ({ id }))
  const next = (at: number, ...open: string[]) => nextOpen({ stops, at, open: new Set(open) })
  expect([next(0, 'b', 'c'), next(0, 'c'), next(2, 'a'), next(1, 'b'), next(1)]).toEqual([1, 2, 0, 1, null])
})
