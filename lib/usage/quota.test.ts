import { expect, test } from 'vitest'
import { pagesLeft, quotaLevel } from './quota'

test('warnings begin at exactly 80 and 100 percent', () => {
  expect(quotaLevel({ used: 799, quota: 1000 })).toBe('calm')
  expect(quotaLevel({ used: 800, quota: 1000 })).toBe('near')
  expect(quotaLevel({ used: 999, quota: 1000 })).toBe('near')
  expect(quotaLevel({ used: 1000, quota: 1000 })).toBe('reached')
  expect(quotaLevel({ used: 28, quota: 35 })).toBe('near')
})

test('without a quota nothing is near and nothing is left over', () => {
  expect(quotaLevel({ used: 5000, quota: null })).toBe('none')
  expect(pagesLeft({ used: 5000, quota: null })).toBeNull()
})

test('a quota of nothing is reached at once, and an overrun leaves zero', () => {
  expect(quotaLevel({ used: 0, quota: 0 })).toBe('reached')
  expect(pagesLeft({ used: 1200, quota: 1000 })).toBe(0)
})
