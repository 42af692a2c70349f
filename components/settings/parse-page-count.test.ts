import { expect, test } from 'vitest'
import { parsePageCount } from './quota-form'

test.each(['1000', '1,000', '1.000', '1 000', ' 1000 '])('%j is a thousand pages', (text) => {
  expect(parsePageCount(text)).toBe(1000)
})

test('grouped millions are read, and nothing is no quota', () => {
  expect(parsePageCount('1.250.000')).toBe(1_250_000)
  expect(parsePageCount('  ')).toBeNull()
  expect(parsePageCount('0')).toBe(0)
})

test.each(['1,5', '1.5', '-3', 'many', '1,0000', '1.000,5', '999999999999'])(
  '%j is no number of pages',
  (text) => {
    expect(parsePageCount(text)).toBeUndefined()
  },
)
