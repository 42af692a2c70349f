import { expect, test } from 'vitest'
import { flattenResult } from './flatten-result'

test('nested values become columns by their path and lists of plain values one cell', () => {
  const result = {
    supplier: { name: 'Ñandú SpA', tax: { id: '76.1-K' } },
    tags: ['a', 'b', null],
    total: 22.5,
  }
  expect(flattenResult(result)).toEqual([
    { 'supplier.name': 'Ñandú SpA', 'supplier.tax.id': '76.1-K', tags: 'a | b | ', total: 22.5 },
  ])
})

test('each line of a document becomes a row that repeats the values of the whole', () => {
  const result = {
    number: 'A-1',
    line_items: [
      { description: 'Paper', amount: 10 },
      { description: 'Ink', amount: 5.5, taxes: [{ rate: 19 }] },
    ],
    total: 15.5,
  }
  expect(flattenResult(result)).toEqual([
    { number: 'A-1', total: 15.5, 'line_items.description': 'Paper', 'line_items.amount': 10 },
    {
      number: 'A-1',
      total: 15.5,
      'line_items.description': 'Ink',
      'line_items.amount': 5.5,
      'line_items.taxes': '{"rate":19}',
    },
  ])
})

test('two lists of lines fill rows of their own', () => {
  const rows = flattenResult({ items: [{ a: 1 }], taxes: [{ rate: 19 }, { rate: 5 }] })
  expect(rows).toEqual([{ 'items.a': 1 }, { 'taxes.rate': 19 }, { 'taxes.rate': 5 }])
})

test('where a value was read is no value', () => {
  expect(flattenResult({ total: 1, _evidence: { total: { page: 1 } } })).toEqual([{ total: 1 }])
})

test('a result without values is one empty row', () => {
  expect(flattenResult({})).toEqual([{}])
  expect(flattenResult({ line_items: [] })).toEqual([{ line_items: '' }])
})
