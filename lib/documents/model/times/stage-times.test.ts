import { expect, test } from 'vitest'
import { inOrder } from './stage-times'

const at = (second: number) => new Date(Date.UTC(2026, 10, 29, 10, 0, second))

test('times that follow one another stay as they are, and what did not happen has none', () => {
  const times = { sentAt: at(1), enqueuedAt: at(2), processingAt: null, finishedAt: at(9) }
  expect(inOrder({ from: at(0), ...times })).toEqual(times)
})

test('an end before processing, by a clock that is behind, is told as of the moment it began', () => {
  const times = { sentAt: at(1), enqueuedAt: at(2), processingAt: at(5), finishedAt: at(3) }
  expect(inOrder({ from: at(0), ...times })).toEqual({ ...times, finishedAt: at(5) })
})

test('after a clock that was set back no stage is before an earlier one', () => {
  const times = { sentAt: at(7), enqueuedAt: at(2), processingAt: at(3), finishedAt: at(8) }
  expect(inOrder({ from: at(4), ...times })).toEqual({
    sentAt: at(7),
    enqueuedAt: at(7),
    processingAt: at(7),
    finishedAt: at(8),
  })
})
