import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextTryAfter } from './next-try'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const pauseMs = (failedTries: number) => {
  const at = nextTryAfter({ failedTries, firstPauseMs: 20_000 })
  return at && at.getTime() - Date.now()
}

test('pauses grow threefold up to a day, and after ten failed tries there is no other', () => {
  expect([1, 2, 3, 8].map(pauseMs)).toEqual([20_000, 60_000, 180_000, 43_740_000])
  expect([9, 10, 11].map(pauseMs)).toEqual([24 * 60 * 60_000, null, null])
})
