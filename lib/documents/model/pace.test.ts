import { expect, test } from 'vitest'
import { stateSince } from './pace'

const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 12, 0, second)).toISOString()
const document = {
  state: 'processing' as const,
  receivedAt: at(0),
  sentAt: at(2),
  enqueuedAt: at(3),
  processingAt: at(5),
}

test('an open document runs since it entered its state, a finished one does not run', () => {
  expect(stateSince(document)).toBe(at(5))
  expect(stateSince({ ...document, state: 'enqueued' })).toBe(at(3))
  expect(stateSince({ ...document, state: 'done' })).toBeNull()
})
