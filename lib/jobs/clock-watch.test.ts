import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isClockTrue, watchClock } from './clock-watch'

const hourMs = 60 * 60_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const setClockBy = (stepMs: number) => vi.setSystemTime(Date.now() + stepMs)

test('a clock that runs on is true, whatever the span', async () => {
  const onSetBack = vi.fn()
  watchClock(onSetBack)
  await vi.advanceTimersByTimeAsync(3 * hourMs)
  expect(isClockTrue({ forMs: 2 * hourMs })).toBe(true)
  expect(onSetBack).not.toHaveBeenCalled()
})

test('a clock that was set forward is not true for spans that reach back to that moment', async () => {
  const onSetBack = vi.fn()
  watchClock(onSetBack)
  setClockBy(hourMs)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(isClockTrue({ forMs: hourMs })).toBe(false)
  await vi.advanceTimersByTimeAsync(2 * hourMs)
  expect(isClockTrue({ forMs: hourMs })).toBe(true)
  expect(onSetBack).not.toHaveBeenCalled()
})

test('a clock that was set back is told of, once', async () => {
  const onSetBack = vi.fn()
  watchClock(onSetBack)
  setClockBy(-hourMs)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(onSetBack).toHaveBeenCalledOnce()
})
