import { expect, test } from 'vitest'
import { splitResult } from './split-result'

test('nested values go by their path and lists of plain values are one', () => {
  const result = {
    supplier: { name: 'Ñandú SpA', tax: { id: '76.1-K' } },
    tags: ['a', 'b', null],
    total: 22.5,
  }
  const values = { 'supplier.name': 'Ñandú SpA', 'supplier.tax.id': '76.1-K', tags: 'a | b | ', total: 22.5 }
  expect(splitResult(result)).toEqual({ values, lines: [] })
})

test('lines stand apart from the values of the whole, which are there once', () => {
  const result = {
    number: 'A-1',
    line_items: [
      { description: 'Paper', amount: 10 },
      { description: 'Ink', amount: 5.5, taxes: [{ rate: 19 }] },
    ],
    taxes: [{ rate: 19 }],
    total: 15.5,
  }
  expect(splitResult(result)).toEqual({
    values: { number: 'A-1', total: 15.5 },
    lines: [
      { list: 'line_items', number: 1, row: { description: 'Paper', amount: 10 } },
      { list: 'line_items', number: 2, row: { description: 'Ink', amount: 5.5, taxes: '{"rate":19}' } },
      { list: 'taxes', number: 1, row: { rate: 19 } },
    ],
  })
})

test('where a value was read is no value, and an empty list neither', () => {
  const result = { total: 1, line_items: [], _evidence: { total: { page: 1 } } }
  expect(splitResult(result)).toEqual({ values: { total: 1 }, lines: [] })
})

test('a plain value among the things of a list is a line without a name', () => {
  expect(splitResult({ items: [{ a: 1 }, 'freight'] }).lines).toEqual([
    { list: 'items', number: 1, row: { a: 1 } },
    { list: 'items', number: 2, row: { '': 'freight' } },
  ])
})
