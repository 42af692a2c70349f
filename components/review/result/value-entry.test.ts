import { expect, test } from 'vitest'
import { entryKind, entryText, parseEntry } from './value-entry'

const number = (text: string, locale = 'en') => parseEntry({ text, kind: 'number', locale })

test.each([
  ['1234.5', 1234.5],
  ['1,234.56', 1234.56],
  ['1.234,56', 1234.56],
  ['1 234,5', 1234.5],
  ["1'234.50", 1234.5],
  ['1.234.567', 1_234_567],
  ['7,08,000.00', 708_000],
  ['$ 12', 12],
  ['EUR 12,50', 12.5],
  ['-3', -3],
  ['(3.20)', -3.2],
  ['.5', 0.5],
])('%s is the number %d in any language', (text, value) => {
  expect(number(text, 'en')).toBe(value)
  expect(number(text, 'es')).toBe(value)
})

test('a lone mark before three digits is read as the reader writes numbers', () => {
  expect(number('1.234', 'en')).toBe(1.234)
  expect(number('1.234', 'es')).toBe(1234)
  expect(number('1,234', 'en')).toBe(1234)
  expect(number('1,234', 'es')).toBe(1.234)
})

test.each(['abc', '12a', '1.2,3.4x', '--', '1..2'])('%s is no number', (text) => {
  expect(number(text)).toBeUndefined()
})

test('what was shown for editing means the same value when it is not touched', () => {
  for (const locale of ['en', 'es'])
    for (const value of [0, 1234, 1234.5, -0.001, 1_234_567.89])
      expect(number(entryText({ value, locale }), locale)).toBe(value)
})

test('an empty field means that there is no value', () => {
  expect(parseEntry({ text: '  ', kind: 'text', locale: 'en' })).toBeNull()
  expect(number('')).toBeNull()
})

test('what was read decides how it is typed in, else the schema', () => {
  expect(entryKind({ value: '2026-02-28', schema: {} })).toBe('date')
  expect(entryKind({ value: 'F-1', schema: { type: 'number' } })).toBe('text')
  expect(entryKind({ value: null, schema: { type: ['number', 'null'] } })).toBe('number')
  expect(entryKind({ value: null, schema: { type: 'string', format: 'date' } })).toBe('date')
  expect(entryKind({ value: null, schema: {} })).toBe('text')
})
