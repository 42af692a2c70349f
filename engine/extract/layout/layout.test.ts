import { expect, it } from 'vitest'
import type { Word } from '../../readers/reading'
import { buildLayout } from './layout'

function linesOf({ words, source }: { words: Word[]; source: 'text' | 'ocr' }): string[] {
  const page = { number: 1, width: 600, height: 800, words, source, turned: 0 } as const
  return buildLayout([page]).lines.map((line) => line.text)
}

const wordAt = (text: string, box: Partial<Word['box']>): Word => ({
  text,
  box: { x: 40, y: 100, width: 12 * text.length, height: 20, ...box },
  confidence: 1,
  origin: 'text',
})

it('print along the side of a page is in none of its lines', () => {
  const side: Word = { ...wordAt('Registered', { x: 5, y: 60, width: 8, height: 90 }), isSideways: true }
  expect(
    linesOf({ words: [side, wordAt('Invoice', {}), wordAt('1042', { x: 130 })], source: 'text' }),
  ).toEqual(['Invoice 1042'])
})

it('in a picture, figures far lower than the print are dirt', () => {
  const words = [
    wordAt('Total', {}),
    wordAt('8.60', { x: 105 }),
    wordAt('1', { x: 400, y: 108, width: 3, height: 4 }),
  ]
  expect(linesOf({ words, source: 'ocr' })).toEqual(['Total 8.60'])
})

it('lines whose boxes reach over their neighbours, as fonts of many scripts have them, stay apart', () => {
  const words = ['Seller', 'Buyer', 'Total'].map((text, at) =>
    wordAt(text, { y: 100 + at * 12, height: 22, width: 30 }),
  )
  expect(linesOf({ words, source: 'text' })).toEqual(['Seller', 'Buyer', 'Total'])
})
