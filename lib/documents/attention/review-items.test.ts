import { expect, test } from 'vitest'
import { openItems } from './open-items'
import { nothingFound, reviewItemsOf } from './review-items'
import { worthOf } from './worth'

const at = '2026-11-21T10:00:00.000Z'
const by = { id: 'usr_1', name: 'Ana' }
const claim = (confidence: number) => ({ page: 1, confidence })
const totals = {
  severity: 'error',
  code: 'totals.mismatch',
  fields: ['subtotal', 'tax', 'total'],
  values: { subtotal: 1420, tax: 269.8, total: 1589.8 },
  message: 'The figures do not add up.',
}
const result = {
  supplier: 'Acme',
  subtotal: 1420,
  tax: 269.8,
  total: 1589.8,
  lines: [{ price: 1, note: ' ' }, { price: 2 }],
  _evidence: {
    supplier: claim(0.4),
    total: claim(0.9),
    lines: [{ price: claim(0.5), note: claim(0.1) }],
  },
  _validation: [totals],
}
const validation = {
  errors: { count: 3, messages: [totals.message, 'Odd.'] },
  warnings: { count: 0, messages: [] },
}
const schema = {
  required: ['supplier', 'due_date', 'note'],
  properties: {
    note: { type: ['string', 'null'] },
    lines: { items: { required: ['price', 'unit'], properties: {} } },
  },
}
const items = reviewItemsOf({ result, validation, schema })
const ids = (left: { id: string }[]) => left.map(({ id }) => id)
const read = { items, result, corrections: {}, confirmations: {} }
const corrected = (path: string, value: string | number | null) => ({ [path]: { value, read: null, by, at } })

test('doubtful values, required ones that are missing and every finding are to review', () => {
  expect(items.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'value supplier',
    'value lines.0.price',
    'missing due_date',
    'missing lines.0.unit',
    'missing lines.1.unit',
    'finding _error.0',
    'finding _error.1',
    'finding _error.2',
  ])
  expect(openItems(read)).toEqual(items)
})

test('a required field that the checks name is counted once, however many rows they put together', () => {
  const missing = {
    severity: 'error',
    code: 'required.missing',
    fields: ['due_date', 'lines.1.unit'],
    values: {},
    message: 'M',
  }
  const told = { errors: { count: 1, messages: ['M'] }, warnings: { count: 0, messages: [] } }
  const found = reviewItemsOf({ result: { ...result, _validation: [missing] }, validation: told, schema })
  expect(found.filter(({ kind }) => kind !== 'value').map(({ id }) => id)).toEqual([
    'due_date',
    'lines.1.unit',
    'lines.0.unit',
    '_desk.totals.mismatch',
  ])
})

test('what was put right, confirmed, or taken out with its row waits no more', () => {
  const removed = { 'lines.0': { added: false, removed: true, by, at } }
  expect(
    ids(openItems({ ...read, corrections: { ...corrected('due_date', '2026-12-01'), ...removed } })),
  ).toEqual(['supplier', 'lines.1.unit', '_error.0', '_error.1', '_error.2'])
  const confirmations = { supplier: { by, at }, '_error.2': { by, at } }
  expect(ids(openItems({ ...read, confirmations }))).not.toContain('supplier')
  expect(openItems({ ...read, confirmations })).toHaveLength(items.length - 2)
})

test('totals that do not add up wait until they do, whichever of them is changed', () => {
  const isOpen = (total: number) =>
    ids(openItems({ ...read, corrections: corrected('total', total) })).includes('_error.0')
  expect([isOpen(1689.8), isOpen(1500)]).toEqual([false, true])
})

test('a finding about one value is answered by another value', () => {
  const iban = { ...totals, code: 'iban.check_digits', fields: ['iban'], values: { text: 'X' } }
  const one = { result: { iban: 'X', _validation: [iban] }, validation: null, schema: null }
  const reading = { items: reviewItemsOf(one), result: one.result, corrections: {}, confirmations: {} }
  expect(openItems(reading)).toHaveLength(1)
  expect(openItems({ ...reading, corrections: corrected('iban', 'Y') })).toEqual([])
})

test('nothing read at all is one finding, not one for each field, until a person fills one in', () => {
  const empty = { due_date: null, lines: [], note: ' ' }
  const message = 'None of the values that this step asks for were found.'
  const told = { errors: { count: 1, messages: [message] }, warnings: { count: 1, messages: ['Blank.'] } }
  const found = reviewItemsOf({ result: empty, validation: told, schema })
  expect(found.map((item) => item.kind === 'finding' && [item.code, item.message])).toEqual([
    [nothingFound, message],
    [null, 'Blank.'],
  ])
  const reading = { items: found, result: empty, corrections: {}, confirmations: {} }
  expect(openItems({ ...reading, corrections: corrected('due_date', '2026-12-01') })).toHaveLength(1)
})

test('worth a look first is what is doubtful, decides money, and of a large document', () => {
  const doubtful = (id: string, certainty = 0.5) => ({ kind: 'value' as const, id, certainty })
  const worth = (id: string, { certainty = 0.5, total = 100 } = {}) =>
    worthOf({
      items: [doubtful(id, certainty)],
      total,
    })
  expect(worth('total')).toBeGreaterThan(worth('issue_date'))
  expect(worth('issue_date')).toBeGreaterThan(worth('note'))
  expect(worth('total', { certainty: 0.2 })).toBeGreaterThan(worth('total'))
  expect(worth('total', { total: 9_000 })).toBeGreaterThan(worth('total'))
  expect(worthOf({ items: [], total: null })).toBe(0)
})
