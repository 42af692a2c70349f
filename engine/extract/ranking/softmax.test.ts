import { expect, test } from 'vitest'
import { scoreOf, softmax } from '@/engine/extract/ranking/softmax'

test('a score is the sum of the weights at its places', () => {
  const weights = Float32Array.from([0.5, 1, -2, 4])
  expect(scoreOf({ weights, places: Int32Array.from([0, 2]) })).toBe(-1.5)
  expect(scoreOf({ weights, places: Int32Array.from([]) })).toBe(0)
})

test('shares come to one, and equal scores have equal shares', () => {
  const shares = softmax([1, 1, 3])
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  expect(shares[0]).toBe(shares[1])
  expect(shares[2]).toBeGreaterThan(0.7)
})

test('scores however large or small give shares that are numbers', () => {
  expect(softmax([10_000, 9_990])[0]).toBeCloseTo(1, 3)
  expect(softmax([-10_000, -10_000])).toEqual([0.5, 0.5])
})
