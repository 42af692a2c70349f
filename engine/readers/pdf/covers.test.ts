import { expect, it } from 'vitest'
import type { Page, Word } from '../reading'
import { findOnlyPdf, isCover, isNearlyEmpty } from './covers'

function pageOf(text: string): Page {
  const words = text.split(' ').map((word): Word => {
    return { text: word, box: { x: 0, y: 0, width: 1, height: 1 }, confidence: 1, origin: 'text' }
  })
  return { number: 1, width: 1, height: 1, words, source: 'text', turned: 0 }
}
const hint = 'For the best experience, open this in Acrobat X or Adobe Reader.'
const filler = (count: number) => Array(count).fill('word').join(' ')

it('a page or two that only name the program to open them with are a cover', () => {
  expect(isCover([pageOf(hint)])).toBe(true)
  expect(isCover([pageOf(hint), pageOf('page two')])).toBe(true)
  expect(isCover([pageOf('please open this with acrobat')])).toBe(true)
})

it('three pages, many words, none, or no such program make no cover', () => {
  expect(isCover([pageOf(hint), pageOf('two'), pageOf('three')])).toBe(false)
  expect(isCover([pageOf(`${hint} ${filler(120)}`)])).toBe(false)
  expect(isCover([])).toBe(false)
  expect(isCover([pageOf('Invoice 1 from Acrobatics Ltd')])).toBe(false)
})

it('up to 120 words a document is nearly empty, over all of its pages', () => {
  expect(isNearlyEmpty([pageOf(filler(60)), pageOf(filler(60))])).toBe(true)
  expect(isNearlyEmpty([pageOf(filler(60)), pageOf(filler(61))])).toBe(false)
})

it('of the files of a portfolio the PDF counts only where it is the only one', () => {
  const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })
  const pdf = file('a', '%PDF-1.7 …')
  const late = file('b', `${' '.repeat(100)}%PDF-1.4`)
  expect(findOnlyPdf([file('c', 'text'), late])).toBe(late)
  expect(findOnlyPdf([pdf, late])).toBeNull()
  expect(findOnlyPdf([file('d', `${' '.repeat(1024)}%PDF-1.4`)])).toBeNull()
  expect(findOnlyPdf([])).toBeNull()
})
