import { expect, test } from 'vitest'
import type { Box } from '@/lib/documents/attention/evidence'
import { isBehind, placeOf, wordAt, wordsInBlock } from './word-runs'

const word = (text: string, x: number, y: number, width = 0.08) => ({
  text,
  box: [x, y, width, 0.01] as Box,
})

test('words say together what they say one after the other, in one box around them', () => {
  const place = placeOf({ words: [word('Acme', 0.1, 0.2), word('Ltd', 0.2, 0.21)], page: 3 })
  expect(place).toEqual({ page: 3, text: 'Acme Ltd', box: [0.1, 0.2, 0.18, 0.02] })
  expect(placeOf({ words: [], page: 1 })).toBeNull()
})

test('no place is longer than what may be kept of it', () => {
  expect(placeOf({ words: [word('x'.repeat(3000), 0, 0)], page: 1 })?.text).toHaveLength(1000)
})

test('the word at a point is the smallest there, and print is hit a little beside it too', () => {
  const boxes: Box[] = [
    [0, 0, 1, 0.5],
    [0.1, 0.1, 0.1, 0.01],
  ]
  expect(wordAt({ boxes, point: [0.15, 0.105] })).toBe(1)
  expect(wordAt({ boxes, point: [0.15, 0.114] })).toBe(1)
  expect(wordAt({ boxes, point: [0.15, 0.2] })).toBe(0)
  expect(wordAt({ boxes, point: [0.5, 0.9] })).toBe(-1)
})

test('a block drawn open takes its own column, not what stands beside it', () => {
  const words = [
    word('Acme', 0.1, 0.1),
    word('Invoice', 0.7, 0.1),
    word('Street', 0.1, 0.12),
    word('9', 0.2, 0.12),
  ]
  const boxes = words.map(({ box }) => box)
  expect(wordsInBlock({ boxes, from: 0, to: [0.29, 0.128] })).toEqual([0, 2, 3])
  expect(wordsInBlock({ boxes, from: 3, to: [0.05, 0.1] })).toEqual([0, 2, 3])
})

test('a gap of a column or another line parts words', () => {
  const before = word('Total', 0.1, 0.2)
  expect(isBehind({ before, word: word('due', 0.185, 0.2) })).toBe(true)
  expect(isBehind({ before, word: word('8.60', 0.5, 0.2) })).toBe(false)
  expect(isBehind({ before, word: word('due', 0.185, 0.22) })).toBe(false)
})
