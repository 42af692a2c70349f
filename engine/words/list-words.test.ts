import { expect, test } from 'vitest'
import type { Page, Word } from '../readers/reading'
import { listWords } from './list-words'
import { packWords, unpackWords } from './pack-words'
import { wordLimits } from './page-words'

const word = (text: string, x: number, y: number, more: Partial<Word> = {}): Word => ({
  text,
  box: { x, y, width: 60, height: 10 },
  confidence: 1,
  origin: 'text',
  ...more,
})

function wordsOf(page: Partial<Page>) {
  const whole: Page = { number: 1, width: 600, height: 800, words: [], source: 'text', turned: 0, ...page }
  const [listed] = listWords({ pages: [whole], attachments: [], notices: [] })
  if (!listed) throw new Error('one page goes in')
  return listed
}

test('words come line by line, each with its place as fractions of the page, its reader and how sure that was', () => {
  const { words } = wordsOf({
    words: [
      word('Total', 60, 400),
      word('8.60', 300, 400, { origin: 'form', confidence: 0.456 }),
      word('Invoice', 60, 80, { origin: 'picture' }),
    ],
  })
  expect(words).toEqual([
    { text: 'Invoice', box: [0.1, 0.1, 0.1, 0.0125], confidence: 1, source: 'picture' },
    { text: 'Total', box: [0.1, 0.5, 0.1, 0.0125], confidence: 1, source: 'text' },
    { text: '8.60', box: [0.5, 0.5, 0.1, 0.0125], confidence: 0.46, source: 'form' },
  ])
})

test('a page that was turned to be read is told as it is displayed', () => {
  const page = wordsOf({ turned: 90, width: 600, height: 800, words: [word('Invoice', 60, 80)] })
  expect(page).toMatchObject({ width: 800, height: 600 })
  expect(page.words[0]?.box).toEqual([0.1, 0.8, 0.0125, 0.1])
})

test('print along the side of the page is there too, after the lines', () => {
  const { words } = wordsOf({
    words: [word('Side', 5, 300, { isSideways: true }), word('Invoice', 60, 80)],
  })
  expect(words.map(({ text }) => text)).toEqual(['Invoice', 'Side'])
})

test('no more of a page and of a document is told than is kept', () => {
  const crowd = Array.from({ length: wordLimits.wordsPerPage + 5 }, (_, at) =>
    word(`w${at}`, (at % 8) * 70, Math.floor(at / 8)),
  )
  expect(wordsOf({ words: crowd }).words).toHaveLength(wordLimits.wordsPerPage)
  expect(wordsOf({ words: [word('x'.repeat(900), 60, 80)] }).words[0]?.text).toHaveLength(
    wordLimits.charactersPerWord,
  )
  const blank: Page = { number: 1, width: 600, height: 800, words: [], source: 'text', turned: 0 }
  const pages = Array.from({ length: wordLimits.pages + 5 }, (_, at) => ({ ...blank, number: at + 1 }))
  expect(listWords({ pages, attachments: [], notices: [] })).toHaveLength(wordLimits.pages)
})

test('what is kept gives back the very words', () => {
  const page = wordsOf({
    words: [
      word('Ñandú', 61.7, 80.3, { confidence: 0.93, origin: 'picture' }),
      word('\ud800\u0000', 300, 80),
    ],
  })
  expect(unpackWords(packWords(page))).toEqual(page)
})
