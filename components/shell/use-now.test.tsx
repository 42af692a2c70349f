// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useNow } from './use-now'

afterEach(() => void vi.useRealTimers())

test('one clock ticks each second for all that look at it, and stands still when nobody does', async () => {
  vi.useFakeTimers({ now: 1_000_000 })
  const one = renderHook(useNow)
  const other = renderHook(useNow)
  expect(one.result.current.getTime()).toBe(1_000_000)
  await act(() => vi.advanceTimersByTimeAsync(999))
  expect(one.result.current.getTime()).toBe(1_000_000)
  await act(() => vi.advanceTimersByTimeAsync(1))
  expect(one.result.current.getTime()).toBe(1_001_000)
  expect(other.result.current).toBe(one.result.current)
  one.unmount()
  await act(() => vi.advanceTimersByTimeAsync(1_000))
  expect(other.result.current.getTime()).toBe(1_002_000)
  other.unmount()
  expect(vi.getTimerCount()).toBe(0)
})
