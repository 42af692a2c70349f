import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBudget } from './budget'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const startedAfter = async (ms: number, started: number[]) => {
  await vi.advanceTimersByTimeAsync(ms)
  return started.length
}

test('after the burst, calls begin at the pace and in the order they were asked for', async () => {
  const budget = createBudget<'status' | 'usage'>({ perSecond: 10, burst: 2, concurrency: 100 })
  const started: number[] = []
  for (let call = 1; call <= 6; call++) void budget.run('status', async () => started.push(call))
  expect(await startedAfter(0, started)).toBe(2)
  expect(await startedAfter(105, started)).toBe(3)
  expect(await startedAfter(300, started)).toBe(6)
  expect(started).toEqual([1, 2, 3, 4, 5, 6])
})

test('no more calls run at once than allowed, and a failed one makes room', async () => {
  const budget = createBudget<'status' | 'usage'>({ perSecond: 1000, burst: 100, concurrency: 2 })
  let fail = (_error: Error) => {}
  const failing = budget.run('status', () => new Promise((_resolve, reject) => (fail = reject)))
  const started: number[] = []
  void budget.run('status', () => new Promise(() => started.push(1)))
  void budget.run('status', async () => started.push(2))
  expect(await startedAfter(100, started)).toBe(1)
  fail(new Error('broken'))
  await expect(failing).rejects.toThrow('broken')
  expect(await startedAfter(10, started)).toBe(2)
})

test('during a pause nothing begins, and afterwards at half the pace', async () => {
  const budget = createBudget<'status' | 'usage'>({ perSecond: 10, burst: 10, concurrency: 100 })
  budget.slowDown('status', new Date(Date.now() + 5000))
  const started: number[] = []
  for (let call = 1; call <= 6; call++) void budget.run('status', async () => started.push(call))
  expect(await startedAfter(4999, started)).toBe(0)
  await vi.advanceTimersByTimeAsync(20)
  const first = started.length
  expect(first).toBeGreaterThan(0)
  await vi.advanceTimersByTimeAsync(210)
  expect(started.length - first).toBeLessThanOrEqual(2)
})

test('a pause of one kind of call holds back no other', async () => {
  const budget = createBudget<'status' | 'usage'>({ perSecond: 10, burst: 10, concurrency: 100 })
  budget.slowDown('status', new Date(Date.now() + 5000))
  const started: number[] = []
  void budget.run('status', async () => started.push(1))
  void budget.run('usage', async () => started.push(2))
  await vi.advanceTimersByTimeAsync(300)
  expect(started).toEqual([2])
  await vi.advanceTimersByTimeAsync(5000)
  expect(started).toEqual([2, 1])
})
