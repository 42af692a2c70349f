import { expect, test } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { pageOfText, pagesOfText } from '@/tests/support/page-of-text'
import { listLines } from './page-lines'

test('a line knows its place from the top and from the bottom of its page', () => {
  const lines = listLines(toPaper(pageOfText('first', 'second', 'third')))
  expect(lines.map(({ fromTop, fromBottom }) => [fromTop, fromBottom])).toEqual([
    [0, 2],
    [1, 1],
    [2, 0],
  ])
})

test('of a book the first and last pages are searched alone', () => {
  const pages = Array.from({ length: 40 }, (_, at) => [`page ${at + 1}`])
  const texts = listLines(toPaper(pagesOfText(...pages))).map(({ line }) => line.text)
  expect(texts).toHaveLength(12)
  expect(texts).toContain('page 8')
  expect(texts).toContain('page 37')
  expect(texts).not.toContain('page 9')
})
