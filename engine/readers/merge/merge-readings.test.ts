import { expect, test } from 'vitest'
import { mergeReadings } from './merge-readings'

/** Two readings of a line: the recogniser's, and tesseract's words; `sure` of each. */
function merge(input: { first: string; second: string; sureFirst?: number; sureSecond?: number }): string {
  const { first, second, sureFirst = 0.97, sureSecond = 0.92 } = input
  const at = (index: number, length: number) => (index + 0.5) / length
  const letters = [...first].map((text, index) => ({
    text,
    at: at(index, first.length),
    confidence: sureFirst,
  }))
  const words = [...second.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    confidence: sureSecond,
    from: match.index / second.length,
    to: (match.index + match[0].length) / second.length,
  }))
  return mergeReadings({ letters, words, aspect: first.length / 2 })
    .map(({ text }) => text)
    .join('')
}

test('blanks that the recogniser dropped are tesseract’s', () => {
  expect(merge({ first: '14/03/202611:41', second: '14/03/2026 11:41' })).toBe('14/03/2026 11:41')
  expect(merge({ first: 'ABTRADINGLTD', second: 'AB TRADING LTD' })).toBe('AB TRADING LTD')
})

test('accents and signs that the recogniser lacks are tesseract’s', () => {
  expect(merge({ first: 'Avenida de Cataluna', second: 'Avenida de Cataluña' })).toBe('Avenida de Cataluña')
  expect(merge({ first: '743,88', second: '743,88 €', sureFirst: 0.94 })).toBe('743,88 €')
})

test('letters that tesseract is unsure of are the recogniser’s', () => {
  expect(merge({ first: 'TOTAL 58.30', second: 'TOTAL S8.3O', sureSecond: 0.4 })).toBe('TOTAL 58.30')
})

test('wide brackets are ordinary ones', () => {
  expect(merge({ first: '（801580-T）', second: '(801580-T)' })).toBe('(801580-T)')
})

test('a line that only one of them read is read', () => {
  expect(merge({ first: 'SUBTOTAL', second: '' })).toBe('SUBTOTAL')
})
