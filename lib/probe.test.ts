import { beforeEach, expect, test, vi } from 'vitest'
import { forget } from './once'
import { probe } from './probe'

beforeEach(() => {
  vi.useRealTimers()
  forget('probe test')
})

const asked = (ask: () => Promise<boolean>) => probe({ name: 'test', ask, otherwise: false })

test('an answer stands for ten seconds, for all who ask', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const ask = vi.fn(async () => true)
  expect(await Promise.all([asked(ask), asked(ask)])).toEqual([true, true])
  vi.advanceTimersByTime(9_999)
  await asked(ask)
  expect(ask).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  await asked(ask)
  expect(ask).toHaveBeenCalledTimes(2)
})

test('what keeps us waiting is told as such after two seconds, and not asked a second time', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
  const ask = vi.fn(() => new Promise<boolean>(() => undefined))
  for (let round = 0; round < 3; round++) {
    const answer = asked(ask)
    await vi.advanceTimersByTimeAsync(12_000)
    expect(await answer).toBe(false)
  }
  expect(ask).toHaveBeenCalledTimes(1)
})
