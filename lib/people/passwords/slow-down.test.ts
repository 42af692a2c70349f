import { expect, test } from 'vitest'
import { waitSeconds } from './slow-down'

const now = new Date('2026-11-21T12:00:00Z')
const failed = (subject: string, failures: number, secondsAgo = 0) => ({
  subject,
  failures,
  lastFailureAt: new Date(now.getTime() - secondsAgo * 1000),
})

test('four misses on an account cost no waiting, then the wait doubles', () => {
  expect(waitSeconds({ failures: [failed('account:a@b.c', 4)], now })).toBe(0)
  expect(waitSeconds({ failures: [failed('account:a@b.c', 5)], now })).toBe(2)
  expect(waitSeconds({ failures: [failed('account:a@b.c', 8)], now })).toBe(16)
})

test('the wait ends by itself and never exceeds five minutes', () => {
  expect(waitSeconds({ failures: [failed('account:a@b.c', 8, 16)], now })).toBe(0)
  expect(waitSeconds({ failures: [failed('account:a@b.c', 40)], now })).toBe(300)
})

test('an address is allowed more misses than an account', () => {
  expect(waitSeconds({ failures: [failed('address:10.0.0.1', 19)], now })).toBe(0)
  expect(waitSeconds({ failures: [failed('address:10.0.0.1', 20)], now })).toBe(2)
})
