import { expect, test } from 'vitest'
import { cellStyles, localTimeIn, toCellContent } from './cell'

const toLocalTime = localTimeIn('America/Santiago')
const contentOf = (value: Parameters<typeof toCellContent>[0]['value'], isText = false) =>
  toCellContent({ value, isText, toLocalTime })
const dayOf = (serial: number) => new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString()
const timeOf = (value: string) => {
  const content = contentOf(value)
  return content?.kind === 'number' ? dayOf(Math.round(content.value * 86_400) / 86_400) : content
}

test('numbers and truth values are cells of their kind, and nothing is no cell', () => {
  expect(contentOf(12.5)).toEqual({ kind: 'number', value: 12.5, style: cellStyles.plain })
  expect(contentOf(true)).toEqual({ kind: 'truth', value: true })
  for (const nothing of [null, undefined, '']) expect(contentOf(nothing)).toBeNull()
})

test.each(['=1+1', '+56', '@SUM(A1)', '00012', '9007199254740993123', 'soon'])(
  '%s is text as it was written',
  (text) => {
    expect(contentOf(text)).toEqual({ kind: 'text', text })
  },
)

test('days are dates, unless the column is one of text or there is no such day', () => {
  expect(contentOf('2026-03-01')).toEqual({ kind: 'number', value: 46_082, style: cellStyles.day })
  expect(contentOf('2026-03-01', true)).toEqual({ kind: 'text', text: '2026-03-01' })
  for (const none of ['2026-02-31', '2026-13-01', '1899-12-31']) {
    expect(contentOf(none)).toEqual({ kind: 'text', text: none })
  }
})

test('instants are told on the organisation’s clocks, times of day as they are', () => {
  expect(timeOf('2026-01-01T02:00:00.000Z')).toBe('2025-12-31T23:00:00.000Z')
  expect(timeOf('2026-01-01 02:00')).toBe('2026-01-01T02:00:00.000Z')
})

test('a number with more digits than a spreadsheet keeps is text; a text longer than a cell is cut', () => {
  expect(contentOf(1234567890123456)).toEqual({ kind: 'text', text: '1234567890123456' })
  expect(contentOf('x'.repeat(40_000))).toEqual({ kind: 'text', text: 'x'.repeat(32_767) })
})
