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
  ['US$ 1,234.50', 1234.5],
  ['19 %', 19],
  ['12.50-', -12.5],
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

test.each(['abc', '12a', '3 12', '2026-03-01', '12-345', '1.2,3.4x', '--', '1..2'])(
  '%s is no number',
  (text) => {
    expect(number(text)).toBeUndefined()
  },
)

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

const day = (text: string, locale = 'en', isDayFirst: boolean | null = null) =>
  parseEntry({ text, kind: 'date', locale, paper: { decimal: null, isDayFirst } })

test.each([
  ['2026-03-05', '2026-03-05'],
  ['2026/3/5', '2026-03-05'],
  ['25.12.2026', '2026-12-25'],
  ['12/25/26', '2026-12-25'],
  ['March 5th, 2026', '2026-03-05'],
  ['5 de marzo de 2026', '2026-03-05'],
  ['05-MAR-26', '2026-03-05'],
  ['Thursday, 5 March 2026', '2026-03-05'],
  ['5. März 2026', '2026-03-05'],
])('%s is the day %s in any language', (text, iso) => {
  expect(day(text, 'en')).toBe(iso)
  expect(day(text, 'es')).toBe(iso)
})

test('where day and month may be either, the paper decides, else the reader', () => {
  expect(day('05/03/2026', 'en')).toBe('2026-05-03')
  expect(day('05/03/2026', 'es')).toBe('2026-03-05')
  expect(day('05/03/2026', 'en', true)).toBe('2026-03-05')
})

test.each(['31.02.2026', '13/13/2026', 'Total', '9,297.00', 'March 2026', '5 March'])(
  '%s is no day',
  (text) => {
    expect(day(text)).toBeUndefined()
  },
)

test('a lone mark before three digits is read as the paper writes numbers, where it shows that', () => {
  const paper = { decimal: ',', isDayFirst: null } as const
  expect(parseEntry({ text: '1.234', kind: 'number', locale: 'en', paper })).toBe(1234)
})
