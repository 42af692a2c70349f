import { expect, test } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { listCodes } from './code-candidates'

function codes(...lines: string[]) {
  return listCodes(toPaper(pageOfText(...lines)))
}

const valuesOf = (...lines: string[]) => codes(...lines).map(({ value }) => value)

test('a number goes on over single blanks and marks, to the gap of its column', () => {
  const values = valuesOf('Invoice  NW 2031 - 118    14')
  expect(values).toContain('NW 2031 - 118')
  expect(values.some((value) => String(value).endsWith('14'))).toBe(true)
  expect(values).not.toContain('NW 2031 - 118 14')
})

test('a run that fills the rest of its cell is one number, and its parts are none', () => {
  expect(valuesOf('Invoice  118 / 2031')).toEqual(['118 / 2031'])
})

test('where words follow, each part may be the number as well', () => {
  expect(valuesOf('Invoice 118 2031 of the year')).toEqual(
    expect.arrayContaining(['118', '2031', '118 2031']),
  )
})

test('marks around it are none of it', () => {
  expect(valuesOf('(#4471-A),')).toContain('4471-A')
})

test('numbers that differ in marks and case alone say the same', () => {
  const keys = codes('nw-2031/118', 'NW 2031 118').map(({ key }) => key)
  expect(keys.filter((key) => key === 'NW2031118').length).toBeGreaterThan(1)
})

test('words without figures are no numbers', () => {
  expect(valuesOf('INVOICE NUMBER')).toEqual([])
})

test('a date knows that it is one', () => {
  const [date] = codes('14/03/2031').filter(({ value }) => value === '14/03/2031')
  expect(date?.traits).toContain('date:true')
})
