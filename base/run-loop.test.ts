import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRunLoop } from './run-loop'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => vi.useRealTimers())

const fail = (error: unknown) => {
  throw error
}

test('runs never overlap, and wakes during one are answered by a single further one', async () => {
  let running = 0
  const run = vi.fn(async () => {
    running += 1
    expect(running).toBe(1)
    await turn()
    running -= 1
    return null
  })
  const loop = createRunLoop({ run, onError: fail, retryMs: 1 })
  for (let asked = 0; asked < 5; asked += 1) loop.wake()
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2))
  await loop.stop()
  expect(run).toHaveBeenCalledTimes(2)
})

test('a wake is never lost, in whichever step of another run it comes', async () => {
  for (let steps = 0; steps < 12; steps += 1) {
    const run = vi.fn(async () => null)
    const loop = createRunLoop({ run, onError: fail, retryMs: 1 })
    loop.wake()
    for (let step = 0; step < steps; step += 1) await null
    const before = run.mock.calls.length
    loop.wake()
    await turn()
    expect(run.mock.calls.length).toBeGreaterThan(before)
  }
})

test('the next run comes at the time the last one named, and without one after the longest pause', async () => {
  const run = vi
    .fn<() => Promise<Date | null>>()
    .mockResolvedValue(null)
    .mockResolvedValueOnce(new Date(Date.now() + 5_000))
  const loop = createRunLoop({ run, onError: fail, maxPauseMs: 60_000, retryMs: 1 })
  loop.wake()
  await vi.advanceTimersByTimeAsync(4_999)
  expect(run).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(run).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(59_999)
  expect(run).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(run).toHaveBeenCalledTimes(3)
  await loop.stop()
})

test('a run that fails is reported and repeated', async () => {
  const failure = new Error('the database is away')
  const run = vi.fn<() => Promise<Date | null>>().mockResolvedValue(null).mockRejectedValueOnce(failure)
  const onError = vi.fn()
  const loop = createRunLoop({ run, onError, retryMs: 1_000 })
  loop.wake()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(onError).toHaveBeenCalledExactlyOnceWith(failure)
  expect(run).toHaveBeenCalledTimes(2)
  await loop.stop()
})

test('a stop waits for the run under way and lets no other begin', async () => {
  let isOver = false
  const run = vi.fn(async () => {
    await turn()
    isOver = true
    return new Date()
  })
  const loop = createRunLoop({ run, onError: fail, retryMs: 1 })
  loop.wake()
  await loop.stop()
  expect(isOver).toBe(true)
  loop.wake()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(run).toHaveBeenCalledTimes(1)
})
