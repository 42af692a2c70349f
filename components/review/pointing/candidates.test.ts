import { expect, test } from 'vitest'
import type { Box } from '@/lib/documents/attention/evidence'
import { candidatesOf, textOf } from './candidates'
import { readPointed } from './read-pointed'

/** Each text is a line; two blanks are a gap between columns. */
const words = [
  'Acme Ltd',
  'Issued  5 de marzo de 2026',
  'Pens  3  1.50  4.50',
  'Total:  USD 1 234,50',
  'Due  05/04/2026',
].flatMap((line, row) => {
  let x = 0.05
  return line.split('  ').flatMap((cell) => {
    const placed = cell.split(' ').map((text) => {
      const box: Box = [x, 0.1 + row * 0.03, text.length * 0.01, 0.01]
      x += text.length * 0.01 + 0.006
      return { text, box }
    })
    x += 0.1
    return placed
  })
})

function found(kind: 'number' | 'date' | 'text' | 'boolean', typed = '') {
  const paper = { decimal: null, isDayFirst: true }
  const fits = (text: string) => readPointed({ text, kind, locale: 'en', paper }) !== undefined
  return candidatesOf({ words, kind, fits, typed }).map((run) => textOf({ words, ...run }))
}

test('for a number: the numbers of the page, a currency and groups of figures with them', () => {
  expect(found('number')).toEqual(['5', '2026', '3', '1.50', '4.50', 'USD 1 234,50'])
})

test('for a day: the days of the page, in words and in figures', () => {
  expect(found('date')).toEqual(['5 de marzo de 2026', '05/04/2026'])
})

test('for text: what stands together, or once something is typed, what begins with it', () => {
  expect(found('text').slice(0, 3)).toEqual(['Acme Ltd', 'Issued', '5 de marzo de 2026'])
  expect(found('text', 'marzo de')).toEqual(['marzo de'])
  expect(found('text', 'acme L')).toEqual(['Acme Ltd'])
  expect(found('text', 'nobody')).toEqual([])
})

test('yes or no is not on the page', () => {
  expect(found('boolean')).toEqual([])
})
