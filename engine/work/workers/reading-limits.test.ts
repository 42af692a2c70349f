import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { configSchema } from '@/engine/settings/config'
import { enforceReadingLimits } from './reading-limits'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A worker that only listens; `getOn` is a part of its reading. */
function watch() {
  const kill = vi.fn()
  let getOn: () => void = () => undefined
  const worker = {
    pid: undefined,
    isAlive: () => true,
    read: () => new Promise<never>(() => undefined),
    onProgress: (listener: () => void) => {
      getOn = listener
    },
    kill,
  }
  const limits = { ...configSchema.parse({}).limits, processingTimeoutMs: 10_000 }
  return { kill, getOn: () => getOn(), ...enforceReadingLimits({ worker, limits }) }
}

test('a reading that gets on may take as long as it wants', () => {
  const { kill, getOn, breach, stop } = watch()
  for (let part = 0; part < 10; part += 1) {
    vi.advanceTimersByTime(9_000)
    getOn()
  }
  expect(kill).not.toHaveBeenCalled()
  expect(breach()).toBeNull()
  stop()
})

test('a reading that stands still is ended, and says so', () => {
  const { kill, breach, stop } = watch()
  vi.advanceTimersByTime(10_000)
  expect(kill).toHaveBeenCalledOnce()
  expect(breach()).toBe('Reading stood still for 10 seconds and was stopped.')
  stop()
})
