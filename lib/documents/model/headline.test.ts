import { expect, test } from 'vitest'
import { headlineOf } from './headline'

test('a document is known by whose it is, its number and what it comes to', () => {
  const result = { supplier: 'Cedar  Lodge', invoice_number: 'INV/8', total: 279.84, currency: 'USD' }
  const headline = { from: 'Cedar Lodge', number: 'INV/8', total: 279.84, currency: 'USD' }
  expect(headlineOf(result)).toEqual(headline)
})

test('names of fields may be written otherwise, and a supplier be a thing with a name', () => {
  expect(headlineOf({ emisor: { name: 'Panadería' }, folio: 12, montoTotal: 3500 })).toEqual({
    ...{ from: 'Panadería', number: '12', total: 3500, currency: null },
  })
})

test('what was not found leaves the next likely field its place; a currency is a code', () => {
  const result = { supplier: null, merchant: 'Kiosk', total: null, amount_due: 2, currency: '€' }
  expect(headlineOf(result)).toEqual({ from: 'Kiosk', number: null, total: 2, currency: null })
})

test('an amount may be written as a text, if it is plainly a number', () => {
  expect(headlineOf({ total: '12.50' })?.total).toBe(12.5)
  expect(headlineOf({ total: '1.234,50', total_amount: 3 })?.total).toBe(3)
})

test('a name too long for a line is cut between two characters', () => {
  const headline = headlineOf({ supplier: `${'x'.repeat(119)}𠮷田商店` })
  expect(headline?.from).toBe(`${'x'.repeat(119)}𠮷`)
})

test('a result without any of them has no headline', () => {
  expect(headlineOf({ pages: [], currency: 'EUR', supplier: ' ' })).toBeNull()
})
