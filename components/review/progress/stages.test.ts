import { expect, test } from 'vitest'
import { stagesOf } from './stages'

const received = {
  state: 'waiting' as const,
  receivedAt: '2026-11-21T10:00:00.000Z',
  sentAt: null,
  enqueuedAt: null,
  processingAt: null,
  finishedAt: null,
}

test('a waiting document stands at its receipt and has the rest before it', () => {
  const stages = stagesOf(received)
  expect(stages.map(({ status }) => status)).toEqual(['now', 'pending', 'pending', 'pending', 'pending'])
})

test('a finished document leaves out the stages nobody saw and counts time to the next seen one', () => {
  const stages = stagesOf({
    ...received,
    state: 'done',
    sentAt: '2026-11-21T10:00:02.000Z',
    finishedAt: '2026-11-21T10:00:05.000Z',
  })
  expect(stages.map(({ name, lastedMs }) => [name, lastedMs])).toEqual([
    ['received', 2000],
    ['sent', 3000],
    ['finished', null],
  ])
})

test('a document being read again shows no end of an earlier attempt', () => {
  const stages = stagesOf({ ...received, state: 'processing', finishedAt: '2026-11-21T10:00:05.000Z' })
  expect(stages.at(-1)).toMatchObject({ name: 'finished', status: 'pending', at: null })
})
