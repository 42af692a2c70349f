import { expect, test } from 'vitest'
import { makePaper } from '@/tests/papers/make-paper'
import { allItems, breachesOf } from './all-items'
import { findBreaches } from './breaches'

const told = (result: Record<string, unknown>) =>
  findBreaches({ result, isRemoved: () => false }).map(({ code, left, right, difference }) => [
    code,
    left.map(({ path, value }) => `${path} ${value}`).join(' + '),
    `${right.path} ${right.value}`,
    difference,
  ])

const totals = { subtotal: 1420, tax: 269.8, total: 1589.8 }

test('net and tax that do not come to the total are told with how much is missing', () => {
  expect(told(totals)).toEqual([['totals.mismatch', 'subtotal 1420 + tax 269.8', 'total 1589.8', -100]])
  expect(told({ ...totals, total: 1689.81 })).toEqual([])
})

test.each([
  ['a discount', { ...totals, discount: 100 }],
  ['a discount written as one', { ...totals, discount: -100 }],
  ['a withholding', { ...totals, irpf_retention: 100 }],
  ['shipping and a discount', { ...totals, shipping: 20, discount: 120 }],
  ['no tax at all', { subtotal: 1420, total: 1589.8 }],
  ['a total that has no tax in it', { ...totals, total: 1420 }],
  ['amounts that are texts', { subtotal: '1420', tax: 'IVA', total: 1589.8 }],
])('%s explains it', (_name, result) => {
  expect(told(result)).toEqual([])
})

test('the names of a schema may be Spanish or written in another case', () => {
  expect(told({ montoNeto: 100, IVA: 19, importe_total: 129 })).toEqual([
    ['totals.mismatch', 'montoNeto 100 + IVA 19', 'importe_total 129', 10],
  ])
})

test('of what else there is, that is told by which the difference is smallest', () => {
  expect(told({ ...totals, discount: 90 })).toEqual([
    ['totals.mismatch', 'subtotal 1420 + tax 269.8 + discount -90', 'total 1589.8', -10],
  ])
})

test('lines that come to neither net nor total are told with their sum; rows that were taken out count no more', () => {
  const result = { subtotal: 100, line_items: [{ amount: 60 }, { amount: 40 }, { amount: 5 }, {}] }
  expect(told(result)).toEqual([['lines.mismatch', 'line_items 105', 'subtotal 100', -5]])
  const said = { by: { id: 'u', name: 'Ana' }, at: '2026-11-21T10:00:00.000Z' }
  const corrections = { 'line_items.2': { added: false, removed: true, ...said } }
  expect(breachesOf({ result, corrections })).toEqual([])
  expect(told({ ...result, subtotal: 95, discount: 10 })).toEqual([])
  expect(told({ subtotal: -105, total: -105, line_items: result.line_items })).toEqual([])
})

test('a row whose quantity and price do not come to its amount is told with its place', () => {
  const lines = [
    { quantity: 3, unit_price: 2.5, amount: 8 },
    { quantity: 2, unit_price: 4, amount: 8 },
    { quantity: 1000, unit_price: 0.03, amount: 33.33 },
    { quantity: 500, unit_price: 12, amount: 60 },
    { quantity: 2, unit_price: 50, discount: 10, amount: 90 },
    { quantity: 2, unit_price: 50, vat_rate: 21, amount: 121 },
  ]
  expect(told({ lines })).toEqual([
    ['row.mismatch', 'lines.0.quantity 3 + lines.0.unit_price 2.5', 'lines.0.amount 8', 0.5],
  ])
})

test('rows that all have the same rule of their own break none', () => {
  const lines = [
    { quantity: 1, price: 100, amount: 121 },
    { quantity: 2, price: 10, amount: 24.2 },
  ]
  expect(told({ lines })).toEqual([])
})

test('a day on which it falls due before it was issued', () => {
  expect(told({ invoice_date: '2026-03-02', due_date: '2026-03-01' })).toEqual([
    ['due_date.early', 'due_date 2026-03-01', 'invoice_date 2026-03-02', null],
  ])
  expect(told({ invoice_date: '2026-03-01', due_date: '2026-03-01T00:00:00Z' })).toEqual([])
})

const finding = { kind: 'finding' as const, severity: 'error' as const, fields: [], values: {} }

test('what the service has told, by code or by its figures in any words, is told once', () => {
  const coded = { ...finding, id: '_error.0', code: 'totals.mismatch', message: 'x' }
  const words = { ...finding, id: '_error.1', code: null, message: 'Total 1.589,80 ≠ 1.420,00 + 269,80' }
  const other = { ...finding, id: '_error.2', code: null, message: 'Total 1,589.80 is high.' }
  const itemsOf = (items: (typeof coded | typeof words)[]) =>
    allItems({ items, result: totals, corrections: {} }).map(({ id }) => id)
  expect(itemsOf([coded])).toEqual(['_error.0'])
  expect(itemsOf([words])).toEqual(['_error.1'])
  expect(itemsOf([other])).toEqual(['_error.2', '_desk.totals.mismatch'])
  const [adopted] = allItems({ items: [words], result: totals, corrections: {} })
  expect(adopted).toMatchObject({ code: 'totals.mismatch', fields: ['subtotal', 'tax', 'total'] })
  const once = allItems({ items: [], result: totals, corrections: {} })
  expect(allItems({ items: once, result: totals, corrections: {} })).toEqual(once)
})

test('papers that are in order break none', () => {
  const broken = Array.from({ length: 500 }, (_one, seed) => makePaper({ seed })).flatMap((paper) => {
    const fields = Object.entries(paper.truth).map(([key, { value }]) => [key, value])
    const line_items = paper.lineItems.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, field]) => [key, field?.value])),
    )
    return told({ ...Object.fromEntries(fields), line_items }).map((breach) => [paper.id, ...breach])
  })
  expect(broken).toEqual([])
})

test('nothing times a price is no amount: the amount itself does not explain it', () => {
  const line_items = [
    { quantity: 0, unit_price: 1, amount: 10 },
    { quantity: 2, unit_price: 5, amount: 10 },
  ]
  expect(told({ subtotal: 20, line_items })).toEqual([
    ['row.mismatch', 'line_items.0.quantity 0 + line_items.0.unit_price 1', 'line_items.0.amount 10', 10],
  ])
})
