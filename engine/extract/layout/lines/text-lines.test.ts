import { expect, it } from 'vitest'
import type { Word } from '@/engine/readers/reading'
import { joinIntoLines } from './text-lines'

const word = (text: string, x: number, y: number, { width = 30, height = 10 } = {}): Word => ({
  text,
  box: { x, y, width, height },
  confidence: 1,
  origin: 'text',
})
const linesOf = (...words: Word[]) =>
  joinIntoLines(words).map((line) => line.map(({ text }) => text).join(' '))

it('words at one height are a line from left to right, lines stand from top to bottom', () => {
  expect(linesOf(word('d', 50, 30), word('b', 50, 0), word('c', 0, 30), word('a', 0, 0))).toEqual([
    'a b',
    'c d',
  ])
})

it('a page that lies askew is followed from word to word', () => {
  expect(linesOf(word('a', 0, 0), word('b', 40, 4), word('c', 80, 8), word('d', 120, 12))).toEqual([
    'a b c d',
  ])
})

it('words that share little more than half of a height are one line, less are two', () => {
  expect(linesOf(word('a', 0, 0), word('b', 40, 4.4))).toEqual(['a b'])
  expect(linesOf(word('a', 0, 0), word('b', 40, 4.5))).toEqual(['a', 'b'])
})

it('small print beside large is of its line when it stands within its height', () => {
  expect(linesOf(word('Total', 0, 0, { height: 30 }), word('EUR', 40, 10, { height: 8 }))).toEqual([
    'Total EUR',
  ])
})

it('of two lines at its height a word continues the one that ends nearer', () => {
  const speck = word('·', 0, 1, { width: 2, height: 8 })
  expect(linesOf(speck, word('a', 100, 3), word('b', 135, 1))).toEqual(['· a b'])
  expect(linesOf(word('far', 0, 2), word('near', 200, -4), word('next', 235, -1))).toEqual([
    'near next',
    'far',
  ])
})
