import { expect, test } from 'vitest'
import { endingOf } from './settle'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const sentAt = minutesAgo(5)
const end = (answer: Partial<Parameters<typeof endingOf>[0]['execution']>) =>
  endingOf({ execution: { status: 'SUCCESS', ...answer }, sentAt, confirmedBy: 'poll' })

test('what is enqueued or processing has not ended', () => {
  expect(end({ status: 'ENQUEUED' })).toBeNull()
  expect(end({ status: 'PROCESSING' })).toBeNull()
})

test('pages belong to the time the upstream finished', () => {
  const finishedAt = minutesAgo(3)
  expect(end({ response_timestamp: finishedAt.toISOString() })?.finishedAt).toEqual(finishedAt)
})

test('a time before the submission, in the future or in no known form is replaced by ours', () => {
  for (const timestamp of ['2024-01-15T10:30:05.000Z', '2099-01-01T00:00:00.000Z', 'yesterday', null]) {
    const finishedAt = end({ response_timestamp: timestamp })?.finishedAt.getTime() ?? 0
    expect(Math.abs(Date.now() - finishedAt)).toBeLessThan(5000)
  }
})

test('an error is told in the words of the upstream, be it text or an object', () => {
  const detail = (error: string | Record<string, unknown>) => {
    const ending = end({ status: 'ERROR', error })
    return ending?.state === 'failed' ? ending.error.detail : undefined
  }
  expect(detail('No text found')).toBe('No text found')
  expect(detail({ code: 7, message: 'No text found' })).toBe('No text found')
  expect(detail({ code: 7 })).toBe('{"code":7}')
  expect(detail('x'.repeat(5000))).toHaveLength(1000)
})
