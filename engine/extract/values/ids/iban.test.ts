import { expect, test } from 'vitest'
import { findIbans, findWrongIbans } from './iban'

test('an account is found however its country parts it', () => {
  for (const [printed, value] of [
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['IT60 X 05428 11101 000000123456', 'IT60X0542811101000000123456'],
    ['FR1420041010050500013M02606', 'FR1420041010050500013M02606'],
    ['NO93 8601 1117 947', 'NO9386011117947'],
  ] as const)
    expect(findIbans(`IBAN: ${printed}`)).toEqual([{ value, start: 6, end: 6 + printed.length }])
})

test('what stands behind an account is no part of it', () => {
  const [found] = findIbans('DE89 3704 0044 0532 0130 00 BIC COBADEFF')
  expect(found?.value).toBe('DE89370400440532013000')
  expect(findIbans('NO93 8601 1117 947 12 DAYS').map(({ value }) => value)).toEqual(['NO9386011117947'])
})

test('an account goes on to its end, also where its beginning alone would be one', () => {
  expect(findIbans('DE29 3704 0044 5199 6198 39').map(({ value }) => value)).toEqual([
    'DE29370400445199619839',
  ])
})

test('a number with wrong check digits is none, and is told as printed where it is named', () => {
  expect(findIbans('IBAN DE88 3704 0044 0532 0130 00')).toEqual([])
  expect(findWrongIbans('IBAN DE88 3704 0044 0532 0130 00')).toEqual(['DE88 3704 0044 0532 0130 00'])
  expect(findWrongIbans('Reference DE88 3704 0044 0532 0130 00')).toEqual([])
})
