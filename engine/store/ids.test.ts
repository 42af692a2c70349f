import { expect, test } from 'vitest'
import { executionIdPattern } from '@/base/contract'
import { createId } from './ids'

test('ids have the shape of the contract and none comes twice', () => {
  const ids = Array.from({ length: 20_000 }, () => createId())
  expect(ids.every((id) => executionIdPattern.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the eight characters after the c are the time in milliseconds', () => {
  const now = new Date('2024-01-15T10:30:00.123Z')
  expect(Number.parseInt(createId(now).slice(1, 9), 36)).toBe(now.getTime())
})
