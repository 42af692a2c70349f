import { expect, test } from 'vitest'
import { firstPollDelayMs, pollDelayMs } from './poll-interval'

const photo = { bytes: 300_000, contentType: 'image/jpeg', upstream: 'cloud' } as const
const scan = { bytes: 9_000_000, contentType: 'image/jpeg', upstream: 'cloud' } as const
const pdf = { bytes: 300_000, contentType: 'application/pdf', upstream: 'cloud' } as const

test('small images are asked about after one second, large ones and PDFs after three', () => {
  const fresh = { state: 'processing', inStateMs: 100 } as const
  expect(pollDelayMs({ ...photo, ...fresh })).toBe(1000)
  expect(pollDelayMs({ ...scan, ...fresh })).toBe(3000)
  expect(pollDelayMs({ ...pdf, ...fresh })).toBe(3000)
})

test('what takes long is asked about less and less often, every 30 seconds at last', () => {
  expect(pollDelayMs({ ...photo, state: 'processing', inStateMs: 80_000 })).toBe(10_000)
  expect(pollDelayMs({ ...photo, state: 'processing', inStateMs: 3_600_000 })).toBe(30_000)
})

test('what stands in line may move any time, so it is asked about at least every five seconds', () => {
  expect(pollDelayMs({ ...photo, state: 'enqueued', inStateMs: 3_600_000 })).toBe(5000)
})

test('the engine in the box is asked sooner', () => {
  expect(firstPollDelayMs({ ...pdf, upstream: 'engine' })).toBeLessThan(firstPollDelayMs(pdf))
})
