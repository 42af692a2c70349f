import { expect, it } from 'vitest'
import { alignLetters, toPlainLetter } from './align-letters'

const lettersOf = (text: string) => [...text].map((letter, at) => ({ text: letter, at, confidence: 1 }))

/** Both readings with a dot where one has no letter. */
function align(first: string, second: string): [string, string] {
  const pairs = alignLetters({ first: lettersOf(first), second: lettersOf(second) })
  const side = (name: 'first' | 'second') => pairs.map((pair) => pair[name]?.text ?? '·').join('')
  return [side('first'), side('second')]
}

it('equal readings meet letter by letter', () => {
  expect(align('Total', 'Total')).toEqual(['Total', 'Total'])
})

it('letters that one reading lacks stand alone, wherever they are', () => {
  expect(align('Toal', 'Total')).toEqual(['To·al', 'Total'])
  expect(align('xTotal', 'Total')).toEqual(['xTotal', '·Total'])
  expect(align('Total', 'Total9')).toEqual(['Total·', 'Total9'])
  expect(align('', 'ab')).toEqual(['··', 'ab'])
  expect(align('ab', '')).toEqual(['ab', '··'])
  expect(align('', '')).toEqual(['', ''])
})

it('letters that print makes look alike stand for each other rather than apart', () => {
  expect(align('S8.3O', '58.30')).toEqual(['S8.3O', '58.30'])
  expect(align('l23', '123')).toEqual(['l23', '123'])
  expect(align('Cataluna', 'Cataluña')).toEqual(['Cataluna', 'Cataluña'])
  expect(align('ABO', 'AB0')).toEqual(['ABO', 'AB0'])
})

it('a like letter further on is met before an unlike one here', () => {
  // Ten and its O: the letter that looks like it is the one after the stroke.
  expect(align('1O', '1x0')).toEqual(['1·O', '1x0'])
  expect(align('abc', 'xbc')).toEqual(['abc', 'xbc'])
})

it('each letter stands once, in its order', () => {
  const [first, second] = align('REG 0017', 'RE6 00l7 x')
  expect(first.replaceAll('·', '')).toBe('REG 0017')
  expect(second.replaceAll('·', '')).toBe('RE6 00l7 x')
})

it('plain letters are without accents and case', () => {
  expect(['É', 'ñ', 'Å', 'ß', '7'].map(toPlainLetter)).toEqual(['e', 'n', 'a', 'ß', '7'])
})
