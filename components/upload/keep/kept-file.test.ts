import { expect, test } from 'vitest'
import { hasRoom } from './kept-file'

const kept = (count: number, bytes: number) =>
  Array.from({ length: count }, () => ({ hasBytes: true, bytes }))

test.each([
  ['the first file', [], 100, null, true],
  ['the five hundredth', kept(499, 1), 1, null, true],
  ['one more', kept(500, 1), 1, null, false],
  ['what fills two gigabytes', kept(1, 1_900_000_000), 100_000_000, null, true],
  ['a byte more', kept(1, 1_900_000_000), 100_000_001, null, false],
  ['half of what is free', [], 50, 100, true],
  ['more than that', [], 51, 100, false],
] as const)('of %s the bytes are kept: %#', (_, before, bytes, freeBytes, fits) => {
  expect(hasRoom({ kept: [...before], bytes, freeBytes })).toBe(fits)
})

test('names alone take no room', () => {
  const names = Array.from({ length: 600 }, () => ({ hasBytes: false, bytes: 10_000_000_000 }))
  expect(hasRoom({ kept: names, bytes: 1, freeBytes: null })).toBe(true)
})
