import { expect, it } from 'vitest'
import { type DateOrder, type DecimalMark, readAmount, readDate } from './printed-value'

it.each<[string, DateOrder, string | null]>([
  ['03/04/2026', 'day-first', '2026-04-03'],
  ['03/04/2026', 'month-first', '2026-03-04'],
  ['25.12.26', 'day-first', '2026-12-25'],
  ['25/12/2026', 'month-first', null],
  ['2026-02-29', 'day-first', null],
  ['2026-02-28', 'month-first', '2026-02-28'],
  ['3 de marzo de 2026', 'day-first', '2026-03-03'],
  ['March 3rd, 2026', 'month-first', '2026-03-03'],
  ['03-MAR-26', 'day-first', '2026-03-03'],
  ['4 Mai 2026', 'day-first', '2026-05-04'],
  ['Invoice 4711', 'day-first', null],
  ['12.50', 'day-first', null],
])('%s, %s, is %s', (text, order, day) => {
  expect(readDate({ text, order })).toBe(day)
})

it.each<[string, DecimalMark, number | null]>([
  ['1.234,50', ',', 1234.5],
  ['1.234,50', '.', null],
  ['1.234', ',', 1234],
  ['1.234', '.', 1.234],
  ['€ 12,00', ',', 12],
  ['EUR 1 234,50', ',', 1234.5],
  ['-4.20', '.', -4.2],
  ['4.20-', '.', -4.2],
  ['12 pieces', '.', null],
  ['PO-123', '.', null],
])('%s with %s as its mark is %s', (text, mark, amount) => {
  expect(readAmount({ text, mark })).toBe(amount)
})
