import { expect, test } from 'vitest'
import { wilsonLowerBound } from './wilson'

test.each([
  [0, 0, 0],
  [0, 5, 0],
  [2, 2, 0.342],
  [10, 10, 0.722],
  [13, 14, 0.685],
  [20, 20, 0.839],
])('%i right of %i prove at least %f', (right, tried, bound) => {
  expect(wilsonLowerBound({ right, tried })).toBeCloseTo(bound, 3)
})
