import { expect, it } from 'vitest'
import { buildLayout } from '@/engine/extract/layout/layout'
import { pagesOfText } from '@/tests/support/paper/page-of-text'
import { isFurniture } from './furniture'

/** The lines of a page of fifty that are furniture. */
function furniture(...pages: Record<number, string>[]): string[] {
  const texts = pages.map((lines) => Array.from({ length: 50 }, (_, row) => lines[row] ?? ''))
  const layout = buildLayout(pagesOfText(...texts).pages)
  return layout.pages.flatMap(({ lines }) =>
    lines.filter((line) => isFurniture({ line, layout })).map(({ text }) => text),
  )
}

it.each(['Page 3', 'Seite 2 von 4', '2 / 7', '3 of 5', '- 4 -', 'Página 1'])(
  'the number of a page is: %s',
  (text) => {
    expect(furniture({ 48: text })).toEqual([text])
    expect(furniture({ 0: text })).toEqual([text])
    expect(furniture({ 20: text })).toEqual([])
  },
)

it('what stands in the margin of several pages is, whatever its digits', () => {
  expect(furniture({ 1: 'Invoice 17 sheet 1' }, { 1: 'Invoice 17 sheet 2' })).toEqual([
    'Invoice 17 sheet 1',
    'Invoice 17 sheet 2',
  ])
  expect(furniture({ 1: 'Invoice 17 sheet 1' }, { 1: 'Something else' })).toEqual([])
  expect(furniture({ 1: 'INVOICE 17' }, { 47: 'Invoice 18' })).toEqual(['INVOICE 17', 'Invoice 18'])
})

it('rows of figures alone are none, nor is what is repeated on one page or in its middle', () => {
  expect(furniture({ 1: '10.00    12.00' }, { 1: '11.00    13.00' })).toEqual([])
  expect(furniture({ 1: 'Bolts    10', 2: 'Bolts    12' })).toEqual([])
  expect(furniture({ 20: 'Bolts    10' }, { 20: 'Bolts    12' })).toEqual([])
})
