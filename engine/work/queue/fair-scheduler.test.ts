import { expect, test } from 'vitest'
import { createFairScheduler } from './fair-scheduler'

const small = { bytes: 1_000 }
const large = { bytes: 50_000_000 }

test('the organization with the fewest documents being read goes first', () => {
  const scheduler = createFairScheduler(4)
  scheduler.markWaiting('a')
  scheduler.markWaiting('b')
  scheduler.started({ organization: 'a', ...small })
  expect(scheduler.next().organizations).toEqual(['b', 'a'])
  scheduler.ended({ organization: 'a', ...small })
  scheduler.started({ organization: 'b', ...small })
  expect(scheduler.next().organizations).toEqual(['a', 'b'])
})

test('among equals, the one that was served longest ago goes first', () => {
  const scheduler = createFairScheduler(4)
  for (const organization of ['a', 'b', 'c']) scheduler.markWaiting(organization)
  for (const organization of ['b', 'a', 'c']) {
    scheduler.started({ organization, ...small })
    scheduler.ended({ organization, ...small })
  }
  expect(scheduler.next().organizations).toEqual(['b', 'a', 'c'])
})

test('one worker is kept free of large files', () => {
  const scheduler = createFairScheduler(3)
  scheduler.started({ organization: 'a', ...large })
  expect(scheduler.next().maxBytes).toBeGreaterThan(large.bytes)
  scheduler.started({ organization: 'a', ...large })
  expect(scheduler.next().maxBytes).toBeLessThan(large.bytes)
  scheduler.ended({ organization: 'a', ...large })
  expect(scheduler.next().maxBytes).toBeGreaterThan(large.bytes)
})

test('a single worker reads large files too', () => {
  expect(createFairScheduler(1).next().maxBytes).toBeGreaterThan(large.bytes)
})

test('an organization with nothing left is not asked again until it announces itself', () => {
  const scheduler = createFairScheduler(1)
  scheduler.markWaiting('a')
  scheduler.markEmpty('a')
  expect(scheduler.next().organizations).toEqual([])
})
