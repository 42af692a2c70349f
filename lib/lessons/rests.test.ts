import { expect, test } from 'vitest'
import { isResting } from './rests'

test('a lesson rests once it was wrong too often, and not for a few uses', () => {
  expect(isResting({ used: 9, usedRight: 0 })).toBe(false)
  expect(isResting({ used: 10, usedRight: 8 })).toBe(false)
  expect(isResting({ used: 10, usedRight: 7 })).toBe(true)
  expect(isResting({ used: 0, usedRight: 0 })).toBe(false)
})
