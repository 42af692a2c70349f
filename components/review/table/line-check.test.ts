import { expect, test } from 'vitest'
import { breachesOf } from '@/lib/documents/findings/all-items'
import { buildResultTree, listValues, type ResultTable } from '../result/result-tree'
import { columnSum } from './column-sum'
import { offersIn } from './line-check'

type Line = [quantity: number | null, unitPrice: number | null, amount: number | null]

function read(lines: Line[], fields: Record<string, unknown> = {}) {
  const line_items = lines.map(([quantity, unit_price, amount], at) => ({
    description: `No ${at}`,
    quantity,
    unit_price,
    amount,
  }))
  const result = { line_items, ...fields }
  const nodes = buildResultTree({ result, resultSchema: null, locale: 'en' })
  const table = nodes.find((node): node is ResultTable => node.kind === 'table')
  if (!table) throw new Error('the lines are a table')
  const sum = columnSum({ table, result, values: listValues(nodes) })
  const breaches = breachesOf({ result, corrections: {} })
  return {
    sum,
    offers: Object.fromEntries(offersIn({ breaches, isSumRight: sum?.answer?.isEqual ?? false })),
  }
}

test('rows that multiply raise nothing, rounded halves and credits too', () => {
  expect(
    read([
      [3, 1.99, 5.97],
      [1.255, 2, 2.51],
      [2, 5, -10],
      [null, 5, 10],
    ]).offers,
  ).toEqual({})
})

test('where the sum is right, the amount is believed: 0 × 1.00 = 10.00 asks for ten', () => {
  const { offers } = read(
    [
      [0, 1, 10],
      [2, 5, 10],
    ],
    { subtotal: 20 },
  )
  expect(offers).toEqual({ 'line_items.0.quantity': 10 })
})

test('where the sum is wrong or not known, the amount is what to put right', () => {
  expect(read([[0, 1, 10]]).offers).toEqual({ 'line_items.0.amount': 0 })
  expect(read([[3, 4, 17]], { subtotal: 12 }).offers).toEqual({ 'line_items.0.amount': 12 })
})

test('a price is offered where no quantity fits, and nothing where neither does', () => {
  expect(read([[3, 7, 10.02]], { total: 10.02 }).offers).toEqual({ 'line_items.0.unit_price': 3.34 })
  expect(read([[0, 0, 10]], { total: 10 }).offers).toEqual({})
})

test('the sum is held against the subtotal, else the total without its tax, else the total', () => {
  const lines: Line[] = [
    [1, 60, 60],
    [1, 40, 40],
  ]
  expect(read(lines, { subtotal: 100, total: 119 }).sum).toMatchObject({
    sum: 100,
    answer: { label: 'Subtotal', isEqual: true, difference: 0 },
  })
  expect(read(lines, { subtotal: 90, total: 100 }).sum?.answer).toMatchObject({
    label: 'Total',
    isEqual: true,
  })
  expect(read(lines, { total: 119, tax: 19 }).sum?.answer).toMatchObject({
    label: 'Total − Tax',
    isEqual: true,
  })
  expect(read(lines, { subtotal: 90.5 }).sum?.answer).toEqual({
    label: 'Subtotal',
    isEqual: false,
    difference: 9.5,
  })
  expect(read(lines).sum).toMatchObject({ sum: 100, answer: null })
  expect(read([[1, 60, null]]).sum).toBeNull()
})
