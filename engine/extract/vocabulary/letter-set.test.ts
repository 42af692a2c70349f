import { expect, test } from 'vitest'
import { letterSetOf, lettersApart } from './letter-set'

const apart = (a: string, b: string) => lettersApart(letterSetOf(a), letterSetOf(b))

test('the order and number of letters do not matter, only which there are', () => {
  expect(apart('total', 'latot')).toBe(0)
  expect(apart('invoice', 'invoiceinvoice')).toBe(0)
  expect(apart('subtotal', 'grandtotal')).toBe(7)
})

test('one edit changes no more than two letters, digits and accents included', () => {
  for (const [a, b] of [
    ['total', 't0tal'],
    ['total', 'totals'],
    ['total', 'tota'],
    ['fecha', 'fechã'],
    ['zażółć', 'zażółc'],
  ] as const) {
    expect(apart(a, b)).toBeLessThanOrEqual(2)
  }
})
