import { expect, test } from 'vitest'
import type { Delivery } from '@/engine/store/tables'
import { createLanes } from './lanes'

const delivery = (given: { executionId: string; organization?: string; url?: string }): Delivery => ({
  id: `${given.executionId}-delivery`,
  organization: 'org_a',
  url: 'https://a.example/hook',
  event: 'STEP_COMPLETED',
  body: '{}',
  state: 'pending',
  attempts: 0,
  createdAt: new Date(),
  nextAttemptAt: new Date(),
  ...given,
})

const manyFor = (given: { count: number; organization: string; url?: (index: number) => string }) => {
  const { count, organization, url = () => 'https://a.example/hook' } = given
  return Array.from({ length: count }, (_, index) =>
    delivery({ executionId: `${organization}-${index}`, organization, url: url(index) }),
  )
}

test('an address has a few places, and its organization others for another address', () => {
  const lanes = createLanes()
  const entered = manyFor({ count: 10, organization: 'org_a' }).filter(lanes.enter)
  expect(entered).toHaveLength(4)
  expect(lanes.crowded()).toMatchObject({
    organizations: [],
    addresses: expect.arrayContaining([{ organization: 'org_a', url: 'https://a.example/hook' }]),
  })
  expect(lanes.enter(delivery({ executionId: 'other', url: 'https://a.example/second' }))).toBe(true)
})

test('an organization with many silent addresses leaves places for the others', () => {
  const lanes = createLanes()
  const many = { count: 40, url: (index: number) => `https://${index}.example` }
  expect(manyFor({ ...many, organization: 'org_a' }).filter(lanes.enter)).toHaveLength(8)
  expect(lanes.crowded().organizations).toEqual(['org_a'])
  expect(manyFor({ ...many, organization: 'org_b' }).filter(lanes.enter)).toHaveLength(8)
})

test('the events of one execution reach an address one after the other', () => {
  const lanes = createLanes()
  const first = delivery({ executionId: 'one' })
  expect(lanes.enter(first)).toBe(true)
  expect(lanes.enter({ ...first, event: 'STEP_FAILED' })).toBe(false)
  lanes.leave(first)
  expect(lanes.enter({ ...first, event: 'STEP_FAILED' })).toBe(true)
})
