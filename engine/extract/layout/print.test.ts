import { expect, test } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { buildLayout, type LayoutPage } from './layout'
import { isStrip, printOf } from './print'

function pageOf(...lines: string[]): LayoutPage {
  const [page] = buildLayout(pageOfText(...lines).pages).pages
  if (!page) throw new Error('There is one.')
  return page
}

test('print fills from its first word to its last, whatever the size of the sheet', () => {
  expect(printOf(pageOf('', '  first', 'wider here'))).toEqual({ x: 0, y: 20, width: 100, height: 34 })
})

test('where nothing is printed it is the sheet', () => {
  expect(printOf(pageOf())).toEqual({ x: 0, y: 0, width: 800, height: 1000 })
})

test('a receipt is a strip, on a sheet of any size; a letter is none', () => {
  const rows = Array.from({ length: 30 }, () => 'Brown eggs   2.40')
  expect(isStrip(pageOf(...rows))).toBe(true)
  expect(isStrip(pageOf(...rows.map((row) => `${row}${' '.repeat(40)}each`)))).toBe(false)
  expect(isStrip(pageOf('Brown eggs   2.40'))).toBe(false)
})
