import { expect, it } from 'vitest'
import { softMatch } from './soft-match'

it('takes words that are cut short or misread for the same, and others not', () => {
  expect(softMatch({ a: 'account', b: 'account' })).toBe(1)
  expect(softMatch({ a: 'temp', b: 'temperature' })).toBeGreaterThan(0)
  expect(softMatch({ a: 'qty', b: 'quantity' })).toBeGreaterThan(0)
  expect(softMatch({ a: 'employer', b: 'emp1oyer' })).toBeGreaterThan(0)
  expect(softMatch({ a: 'city', b: 'country' })).toBe(0)
  expect(softMatch({ a: 'rate', b: 'date' })).toBe(0)
})
