import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Desk, openDesk } from '@/tests/api/support/desk'
import { waitForLease } from './lease'
import { keepLease, takeLease } from './lease-store'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

test('one holder at a time has the lease, and the next gets it when it ends', async () => {
  const first = await waitForLease({ name: 'a', timeoutMs: 0 })
  expect(first).not.toBeNull()
  expect(await waitForLease({ name: 'a', timeoutMs: 0 })).toBeNull()
  expect(await waitForLease({ name: 'b', timeoutMs: 0 })).not.toBeNull()
  const second = waitForLease({ name: 'a', timeoutMs: 10_000 })
  await first?.end()
  expect(await second).not.toBeNull()
})

test('a holder hears that somebody waits', async () => {
  const onWanted = vi.fn()
  await waitForLease({ name: 'c', timeoutMs: 0, onWanted })
  await waitForLease({ name: 'c', timeoutMs: 0 })
  await vi.waitFor(() => expect(onWanted).toHaveBeenCalled(), { timeout: 10_000 })
})

test('what a dead holder had is free after its time, and it learns that it is not its own any more', async () => {
  const dead = { name: 'd', holder: 'dead', forMs: 300 }
  expect(await takeLease(dead)).toBe(true)
  const next = await waitForLease({ name: 'd', timeoutMs: 10_000 })
  expect(next).not.toBeNull()
  expect(await keepLease(dead)).toEqual({ isOurs: false, isWanted: false })
})

test('who is told to stop does not wait on', async () => {
  await waitForLease({ name: 'e', timeoutMs: 0 })
  const signal = AbortSignal.abort()
  expect(await waitForLease({ name: 'e', timeoutMs: 60_000, signal })).toBeNull()
})
