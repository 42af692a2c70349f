import { expect, test } from 'vitest'
import { readRetryAfter } from './retry-after'

const now = new Date('2026-11-21T12:00:00Z')

test('whole and broken seconds are read, broken ones rounded up', () => {
  expect(readRetryAfter({ header: '30', now })).toBe(30)
  expect(readRetryAfter({ header: ' 1.2 ', now })).toBe(2)
})

test('an HTTP date is read as the seconds until then, a past one as none', () => {
  expect(readRetryAfter({ header: 'Sat, 21 Nov 2026 12:00:45 GMT', now })).toBe(45)
  expect(readRetryAfter({ header: 'Sat, 21 Nov 2026 11:00:00 GMT', now })).toBe(0)
})

test('a missing or senseless header says nothing', () => {
  expect(readRetryAfter({ header: undefined, now })).toBeNull()
  expect(readRetryAfter({ header: 'soon', now })).toBeNull()
})
