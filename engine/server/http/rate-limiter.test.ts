import { expect, test } from 'vitest'
import { createRateLimiter } from './rate-limiter'

const minute = Date.UTC(2026, 0, 1, 12, 0)

test('a new minute of the clock begins a new count', () => {
  const count = createRateLimiter(2)
  const ask = (seconds: number) => () => count({ organization: 'a', now: minute + seconds * 1_000 })
  expect(ask(58)).not.toThrow()
  expect(ask(59)).not.toThrow()
  expect(ask(59.5)).toThrow('429')
  expect(ask(60)).not.toThrow()
})

test('organizations are counted apart', () => {
  const count = createRateLimiter(1)
  count({ organization: 'a', now: minute })
  expect(() => count({ organization: 'b', now: minute })).not.toThrow()
  expect(() => count({ organization: 'a', now: minute })).toThrow('429')
})

test('the time to wait is whole seconds and never nought', () => {
  const count = createRateLimiter(1)
  count({ organization: 'a', now: minute })
  const refused = () => count({ organization: 'a', now: minute + 59_999 })
  expect(refused).toThrow(
    expect.objectContaining({ headers: expect.objectContaining({ 'Retry-After': '1' }) }),
  )
})
