import { expect, test } from 'vitest'
import { createFormatter } from '@/lib/format'
import { createTranslate } from '@/lib/i18n/translate'
import { buildResultTree, type Scalar } from './result-tree'
import { formatValue, plainValue, tableText } from './value-text'

function show({ value, key = 'total', currency = null, locale = 'en' as const }: Shown): string {
  const format = createFormatter({ locale, timeZone: 'America/Santiago' })
  return formatValue({
    value: { value, key, isMoney: key === 'total', currency },
    format,
    t: createTranslate(locale),
  })
}
type Shown = { value: Scalar; key?: string; currency?: string | null; locale?: 'en' | 'es' }

test('an amount is shown in its currency with no digit lost', () => {
  expect(show({ value: 1234.5, currency: 'EUR' })).toBe('€1,234.50')
  expect(show({ value: 0.1234, currency: 'EUR' })).toBe('€0.1234')
  expect(show({ value: 1234, currency: 'JPY' })).toBe('¥1,234')
})

test('cents are written out where no currency is known, and whole amounts get none', () => {
  expect(show({ value: 8.6 })).toBe('8.60')
  expect(show({ value: 4400 })).toBe('4,400')
})

test('a calendar day stays the same day in every time zone', () => {
  expect(show({ value: '2026-03-01' })).toBe('Mar 1, 2026')
  expect(show({ value: '2026-03-01', locale: 'es' })).toBe('1 mar 2026')
})

test('what only looks a little like a date is shown as it came', () => {
  expect(show({ value: '2026-99-01' })).toBe('2026-99-01')
  expect(show({ value: '03/04/2025' })).toBe('03/04/2025')
})

test('a year is not grouped like a quantity', () => {
  expect(show({ value: 2026, key: 'fiscal_year' })).toBe('2026')
  expect(show({ value: 2010, key: 'yearBuilt' })).toBe('2010')
  expect(show({ value: 2026, key: 'quantity' })).toBe('2,026')
})

test('a copied value is the plain one, and nothing where nothing was found', () => {
  expect(plainValue(1234.5)).toBe('1234.5')
  expect(plainValue(null)).toBe('')
})

test('a copied table has a line per row and a tab per cell, whatever stands in the cells', () => {
  const [table] = buildResultTree({
    result: {
      lines: [
        { item: 'Pen\nblue', amount: 4.5 },
        { item: 'Ink\tblack', amount: null },
      ],
    },
    resultSchema: null,
    locale: 'en',
  })
  if (table?.kind !== 'table') throw new Error('no table')
  expect(tableText(table)).toBe('Item\tAmount\nPen blue\t4.5\nInk black\t')
})
