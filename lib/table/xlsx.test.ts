import { expect, test } from 'vitest'
import type { CsvValue } from './csv'
import { toSheet } from './xlsx'

const cellsOf = (...values: CsvValue[]) =>
  toSheet({ rows: [['head'], ...values.map((value) => [value])], timeZone: 'America/Santiago' })
    .data.slice(1)
    .map(([cell]) => cell)

test('numbers and truth values are cells of their kind, and nothing is no cell', () => {
  expect(cellsOf(12.5, -1, true, null, undefined, '')).toEqual([
    { value: 12.5, type: Number },
    { value: -1, type: Number },
    { value: true, type: Boolean },
    ...[null, null, null],
  ])
})

test('what begins like a formula is text as it was written', () => {
  expect(cellsOf('=1+1', '+56', '@SUM(A1)')).toEqual(
    ['=1+1', '+56', '@SUM(A1)'].map((value) => ({ value, type: String })),
  )
})

test('a column of days is a column of dates; one word among them makes it text', () => {
  const date = { value: new Date('2026-03-01T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }
  expect(cellsOf('2026-03-01', null)).toEqual([date, null])
  expect(cellsOf('2026-03-01', 'soon')).toEqual(
    ['2026-03-01', 'soon'].map((value) => ({ value, type: String })),
  )
  for (const none of ['2026-02-31', '2026-13-01', '1899-12-31']) {
    expect(cellsOf(none)).toEqual([{ value: none, type: String }])
  }
})

test('instants are told on the organisation’s clocks, times of day as they are', () => {
  expect(cellsOf('2026-01-01T02:00:00.000Z')).toMatchObject([{ value: new Date('2025-12-31T23:00:00Z') }])
  expect(cellsOf('2026-01-01 02:00')).toMatchObject([{ value: new Date('2026-01-01T02:00:00Z') }])
})

test('a number with more digits than a spreadsheet keeps is text; a text longer than a cell is cut', () => {
  expect(cellsOf(1234567890123456)).toEqual([{ value: '1234567890123456', type: String }])
  const [long] = cellsOf('x'.repeat(40_000))
  expect(long).toEqual({ value: 'x'.repeat(32_767), type: String })
})
