import { expect, test } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { splitWords } from './split-words'

function partsOf(text: string) {
  return splitWords(pageOfText(text).pages.flatMap(({ words }) => words))
}

const split = (text: string) => partsOf(text).map((word) => word.text)

test('a value that is joined to its label by a colon is a word of its own', () => {
  expect(split('Total:8.60')).toEqual(['Total:', '8.60'])
  expect(split('Colour:red')).toEqual(['Colour:', 'red'])
})

test('a value that runs into a label of the vocabulary is a word of its own', () => {
  expect(split('TOTAL8.60')).toEqual(['TOTAL', '8.60'])
  expect(split('InvoiceNo.4471')).toEqual(['InvoiceNo.', '4471'])
})

test('codes, times and web addresses stay whole', () => {
  for (const text of [
    'INV-4471',
    'TD01167104',
    '14:05',
    'https://shop.example',
    'A4',
    'RM8.60',
    'BRACKET440',
  ])
    expect(split(text)).toEqual([text])
})

test('the parts share the box of the word by their letters', () => {
  expect(partsOf('Total:8.60').map(({ box }) => [Math.round(box.x), Math.round(box.width)])).toEqual([
    [0, 60],
    [60, 40],
  ])
})
