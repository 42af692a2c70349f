import { expect, test } from 'vitest'
import { isDigestDue } from './digest-due'

const now = new Date('2026-11-21T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const batch = { open: 0, firstEndedAt: minutesAgo(5), lastEndedAt: minutesAgo(2), digestAt: null, now }

test('a batch is told of a minute after its last document ended', () => {
  expect(isDigestDue(batch)).toBe(true)
  expect(isDigestDue({ ...batch, lastEndedAt: minutesAgo(0.5) })).toBe(false)
})

test('while documents are on their way nothing is told, for half an hour at most', () => {
  expect(isDigestDue({ ...batch, open: 1, firstEndedAt: minutesAgo(29) })).toBe(false)
  expect(isDigestDue({ ...batch, open: 1, firstEndedAt: minutesAgo(30) })).toBe(true)
})

test('ten minutes lie between two digests', () => {
  expect(isDigestDue({ ...batch, digestAt: minutesAgo(9) })).toBe(false)
  expect(isDigestDue({ ...batch, digestAt: minutesAgo(10) })).toBe(true)
})
