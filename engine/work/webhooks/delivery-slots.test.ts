import { expect, test } from 'vitest'
import type { Delivery } from '@/engine/store/tables'
import { createDeliverySlots } from './delivery-slots'

const delivery = (columns: { executionId: string; organization?: string; url?: string }): Delivery => ({
  id: `${columns.executionId}-delivery`,
  organization: 'org_a',
  url: 'https://a.example/hook',
  event: 'STEP_COMPLETED',
  body: '{}',
  state: 'pending',
  attempts: 0,
  createdAt: new Date(),
  nextAttemptAt: new Date(),
  ...columns,
})

const manyFor = ({
  count,
  organization,
  url = () => 'https://a.example/hook',
}: {
  count: number
  organization: string
  url?: (index: number) => string
}) =>
  Array.from({ length: count }, (_, index) =>
    delivery({ executionId: `${organization}-${index}`, organization, url: url(index) }),
  )

test('an address has a few places, and its organization others for another address', () => {
  const slots = createDeliverySlots()
  const entered = manyFor({ count: 10, organization: 'org_a' }).filter(slots.acquire)
  expect(entered).toHaveLength(4)
  expect(slots.exhausted()).toMatchObject({
    organizations: [],
    addresses: expect.arrayContaining([{ organization: 'org_a', url: 'https://a.example/hook' }]),
  })
  expect(slots.acquire(delivery({ executionId: 'other', url: 'https://a.example/second' }))).toBe(true)
})

test('an organization with many silent addresses leaves places for the others', () => {
  const slots = createDeliverySlots()
  const many = { count: 40, url: (index: number) => `https://${index}.example` }
  expect(manyFor({ ...many, organization: 'org_a' }).filter(slots.acquire)).toHaveLength(8)
  expect(slots.exhausted().organizations).toEqual(['org_a'])
  expect(manyFor({ ...many, organization: 'org_b' }).filter(slots.acquire)).toHaveLength(8)
})

test('the events of one execution reach an address one after the other', () => {
  const slots = createDeliverySlots()
  const first = delivery({ executionId: 'one' })
  expect(slots.acquire(first)).toBe(true)
  expect(slots.acquire({ ...first, event: 'STEP_FAILED' })).toBe(false)
  slots.release(first)
  expect(slots.acquire({ ...first, event: 'STEP_FAILED' })).toBe(true)
})
