import { expect, test } from 'vitest'
import { headlineOf, supplierKeyOf } from './headline'

test('a document is known by whose it is, its number and what it comes to', () => {
  const result = { supplier: 'Cedar  Lodge', invoice_number: 'INV/8', total: 279.84, currency: 'USD' }
  const headline = { from: 'Cedar Lodge', number: 'INV/8', total: 279.84, currency: 'USD' }
  expect(headlineOf(result)).toEqual({ ...headline, issued: null, due: null })
})

test('the days it was issued and falls due are calendar days; what is none is left out', () => {
  const result = { total: 1, date: '2026-02-28', due_date: '2026-03-30T00:00:00Z' }
  expect(headlineOf(result)).toMatchObject({ issued: '2026-02-28', due: '2026-03-30' })
  const unclear = { total: 1, date: '28/02/2026', due_date: '61224-01-01', vencimiento: '2026-02-30' }
  expect(headlineOf(unclear)).toMatchObject({ issued: null, due: null })
})

test('a supplier is the same however its name is written', () => {
  expect(supplierKeyOf('Panadería  ÑUÑOA')).toBe(supplierKeyOf('panaderia nunoa'))
})

test('names of fields may be written otherwise, and a supplier be a thing with a name', () => {
  expect(headlineOf({ emisor: { name: 'Panadería' }, folio: 12, montoTotal: 3500 })).toEqual({
    ...{ from: 'Panadería', number: '12', issued: null, due: null, total: 3500, currency: null },
  })
})

test('what was not found leaves the next likely field its place; a currency is a code', () => {
  const result = { supplier: null, merchant: 'Kiosk', total: null, amount_due: 2, currency: '€' }
  expect(headlineOf(result)).toMatchObject({ from: 'Kiosk', number: null, total: 2, currency: null })
})

test('an amount may be written as a text, if it is plainly a number', () => {
  expect(headlineOf({ total: '12.50' })?.total).toBe(12.5)
  expect(headlineOf({ total: '1.234,50', total_amount: 3 })?.total).toBe(3)
  expect(headlineOf({ total: 1e300, total_amount: 3 })?.total).toBe(3)
})

test('a name too long for a line is cut between two characters', () => {
  const headline = headlineOf({ supplier: `${'x'.repeat(119)}𠮷田商店` })
  expect(headline?.from).toBe(`${'x'.repeat(119)}𠮷`)
})

test('a result without any of them has no headline', () => {
  expect(headlineOf({ pages: [], currency: 'EUR', supplier: ' ' })).toBeNull()
})
