import { expect, test } from 'vitest'
import type { Scalar } from '../model/corrections'
import { misfitOf } from './misfit'

const schema = {
  properties: {
    due_date: { type: ['string', 'null'], format: 'date' },
    total: { type: 'number', minimum: 0 },
    count: { type: 'integer', maximum: 10 },
    currency: { enum: ['EUR', 'USD', null] },
    code: { type: 'string', pattern: '^[A-Z]{2}$' },
    paid: { type: 'boolean' },
    note: { type: 'string' },
    'tax.id': { type: 'string', pattern: '^\\d+$' },
    lines: { items: { properties: { amount: { type: 'number' } } } },
  },
}
const kind = (path: string, value: Scalar) => misfitOf({ value, read: null, path, schema })?.kind ?? null

test.each<[string, Scalar, string | null]>([
  ['due_date', '2026-12-31', null],
  ['due_date', '61224-01-01', 'day'],
  ['due_date', '0202-12-31', 'day'],
  ['due_date', '2026-02-30', 'day'],
  ['due_date', 'tomorrow', 'day'],
  ['total', 12.5, null],
  ['total', '1e400', 'number'],
  ['total', 1e300, 'number'],
  ['total', -1, 'least'],
  ['count', 1.5, 'whole'],
  ['count', 11, 'most'],
  ['currency', 'EUR', null],
  ['currency', 'eur', 'choice'],
  ['code', 'AB', null],
  ['code', 'abc', 'pattern'],
  ['paid', 'yes', 'boolean'],
  ['note', 'anything', null],
  ['note', 5, 'text'],
  ['tax.id', '12-3', 'pattern'],
  ['lines.3.amount', 'ten', 'number'],
  ['lines.3.amount', 10, null],
  ['unknown', 'anything', null],
])('%s: %s', (path, value, expected) => {
  expect(kind(path, value)).toBe(expected)
})

test('nothing at all fits everywhere: it is not on the page', () => {
  for (const path of Object.keys(schema.properties)) expect(kind(path, null)).toBeNull()
})

test('without a schema a field takes what was read there', () => {
  const judged = (read: Scalar, value: Scalar) =>
    misfitOf({ value, read, path: 'x', schema: null })?.kind ?? null
  expect([judged(3.5, 'a'), judged(3.5, 4), judged('2026-01-31', 'soon'), judged('F-1', 'anything')]).toEqual(
    ['number', null, 'day', null],
  )
})

test('what would fit is said: the choices, the pattern, the limit', () => {
  const detail = (path: string, value: Scalar) => misfitOf({ value, read: null, path, schema })?.detail
  expect([detail('currency', 'x'), detail('total', -1), detail('code', 'x')]).toEqual([
    'EUR, USD',
    '0',
    '^[A-Z]{2}$',
  ])
})
