import { expect, test, vi } from 'vitest'
import { notationOf, readersNotation } from './notation'
import { buildResultTree, listValues } from './result-tree'

/** What values that were read from these words show of the notation. */
function notationIn(printed: Record<string, [value: string | number, text: string]>) {
  const entries = Object.entries(printed)
  const result = {
    ...Object.fromEntries(entries.map(([key, [value]]) => [key, value])),
    _evidence: Object.fromEntries(entries.map(([key, [, text]]) => [key, { page: 1, text }])),
  }
  return notationOf(listValues(buildResultTree({ result, resultSchema: null, locale: 'en' })))
}

test.each([
  [1234.5, '1.234,50', ','],
  [1234.5, 'USD 1,234.50', '.'],
  [9000, '9.000', ','],
  [9000, '9,000', '.'],
  [1.234, '1.234', '.'],
  [12, '12', null],
])('%d printed as %s tells the mark before fractions: %s', (value, text, decimal) => {
  expect(notationIn({ total: [value, text] }).decimal).toBe(decimal)
})

test.each([
  ['2026-03-05', '05/03/2026', true],
  ['2026-03-05', '3/5/26', false],
  ['2026-05-05', '05/05/2026', null],
  ['2026-03-05', 'March 5, 2026', null],
])('%s printed as %s tells whether the day comes first: %s', (value, text, isDayFirst) => {
  expect(notationIn({ issued: [value, text] }).isDayFirst).toBe(isDayFirst)
})

test('the first value that shows it decides', () => {
  const printed = { number: ['F-1', 'F-1'], total: [1234.5, '1.234,50'], tax: [0.5, '0.50'] } as const
  expect(notationIn({ ...printed } as never).decimal).toBe(',')
})

test('what a locale writes is asked of the browser once, however many words of a page are tried', () => {
  const asked = vi.spyOn(Intl.NumberFormat.prototype, 'formatToParts')
  const first = readersNotation('de')
  expect(first).toEqual({ decimal: ',', isDayFirst: true })
  expect(readersNotation('de')).toEqual(first)
  expect(asked).toHaveBeenCalledTimes(1)
  asked.mockRestore()
})
