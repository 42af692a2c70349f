import { expect, test } from 'vitest'
import { firstPollDelayMs, pollDelayMs } from './poll-interval'

const photo = { bytes: 300_000, contentType: 'image/jpeg', pages: 1, upstream: 'cloud' } as const
const scan = { bytes: 9_000_000, contentType: 'image/jpeg', pages: 1, upstream: 'cloud' } as const
const pdf = { bytes: 300_000, contentType: 'application/pdf', pages: 3, upstream: 'cloud' } as const

test('small images are asked about after one second, large ones and PDFs after three', () => {
  const fresh = { state: 'processing', inStateMs: 100, usual: null } as const
  expect(pollDelayMs({ ...photo, ...fresh })).toBe(1000)
  expect(pollDelayMs({ ...scan, ...fresh })).toBe(3000)
  expect(pollDelayMs({ ...pdf, ...fresh })).toBe(3000)
})

test('what takes long is asked about less and less often, every 30 seconds at last', () => {
  expect(pollDelayMs({ ...photo, state: 'processing', inStateMs: 80_000, usual: null })).toBe(10_000)
  expect(pollDelayMs({ ...photo, state: 'processing', inStateMs: 3_600_000, usual: null })).toBe(30_000)
})

test('what stands in line may move any time, so it is asked about at least every five seconds', () => {
  expect(pollDelayMs({ ...photo, state: 'enqueued', inStateMs: 3_600_000, usual: null })).toBe(5000)
})

test('what usually takes a minute is asked about seldom at first, then as often as any other', () => {
  const usual = { fromMs: 60_000, toMs: 90_000, overdueMs: 120_000 }
  const delayAt = (inStateMs: number) => pollDelayMs({ ...photo, state: 'processing', inStateMs, usual })
  expect(delayAt(1000)).toBe(8000)
  expect(delayAt(28_000)).toBe(2000)
  expect(delayAt(31_000)).toBe(1000)
  expect(delayAt(60_000)).toBeLessThan(
    pollDelayMs({ ...photo, state: 'processing', inStateMs: 60_000, usual: null }),
  )
})

test('what is usually done at once is asked about as soon as anything', () => {
  const usual = { fromMs: 500, toMs: 900, overdueMs: 15_000 }
  expect(pollDelayMs({ ...photo, state: 'processing', inStateMs: 100, usual })).toBe(1000)
})

test('the engine in the box is asked sooner', () => {
  expect(firstPollDelayMs({ ...pdf, upstream: 'engine' })).toBeLessThan(firstPollDelayMs(pdf))
})
