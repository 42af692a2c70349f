import { expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { buildLayout } from '../layout/layout'
import { isLabelled, isPayment, roleOf, roleOfLastFigure } from './line-roles'

function lineOf(text: string) {
  const [line] = buildLayout(pageOfText(text).pages).pages.flatMap(({ lines }) => lines)
  if (!line) throw new Error('The line is empty.')
  return line
}
const role = (text: string) => roleOf(lineOf(text))

it.each([
  ['Total        12.50', 'total'],
  ['TOTAL EUR    12.50', 'total'],
  ['Total (3 items)    12.50', 'total'],
  ['Total excl. VAT    12.50', 'subtotal'],
  ['VAT 19 %     2.00', 'total'],
  ['Summe        12,50', 'total'],
  ['Subtotal     12.50', 'subtotal'],
  ['Discount     -1.00', 'subtotal'],
  ['Shipping     4.90', 'subtotal'],
  ['Carried forward    12.50', 'carried'],
  ['Milk         3.00', null],
  ['Total', null],
])('%s is %s', (text, expected) => {
  expect(role(text)).toBe(expected)
})

it('the name of a sum that begins a line of many figures is no sum', () => {
  expect(role('Total station survey device    2    100.00    200.00')).toBeNull()
})

it('the name of a sum may stand right before the last figure', () => {
  expect(roleOfLastFigure(lineOf('Thank you for your visit    Total    12.50'))).toBe('total')
  expect(roleOfLastFigure(lineOf('Total    now    12.50'))).toBeNull()
})

it('a label ends with a colon within its first four words', () => {
  expect(isLabelled(lineOf('Packages: 4'))).toBe(true)
  expect(isLabelled(lineOf('Packages : 4'))).toBe(true)
  expect(isLabelled(lineOf('12:30 Lunch'))).toBe(false)
  expect(isLabelled(lineOf('one two three four five: 4'))).toBe(false)
})

it('lines of how it was paid are known', () => {
  expect(isPayment(lineOf('CASH       20.00'))).toBe(true)
  expect(isPayment(lineOf('Change     6.30'))).toBe(true)
  expect(isPayment(lineOf('Cashews    6.30'))).toBe(false)
})
