import { expect, test } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { pagesOfText } from '@/tests/support/paper/page-of-text'
import { listLines } from './page-lines'

test('of a book the first and last pages are searched alone', () => {
  const pages = Array.from({ length: 40 }, (_, at) => [`page ${at + 1}`])
  const texts = listLines(toPaper(pagesOfText(...pages))).map(({ text }) => text)
  expect(texts).toHaveLength(12)
  expect(texts).toContain('page 8')
  expect(texts).toContain('page 37')
  expect(texts).not.toContain('page 9')
})
