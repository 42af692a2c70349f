import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { number, rowsOf, text } from '@/tests/support/paper/rows-of'

/** The names of a table of articles whose figures stand in two columns behind them. */
const rows = (...lines: string[]) =>
  rowsOf(
    { item: text, qty: { type: 'integer' }, weight: number },
    pageOfText('Item                       Qty     Weight', ...lines),
  )
const names = (...lines: string[]) => rows(...lines).map((row) => (row as unknown[])[0])

describe('text that was broken', () => {
  it('goes on below its figures', () => {
    expect(
      names(
        'Steel shelf, grey,           4       12.5',
        'with five boards',
        'Wooden box                  10        3.0',
        'with two handles',
      ),
    ).toEqual(['Steel shelf, grey, with five boards', 'Wooden box with two handles'])
  })

  it('begins above its figures where these stand on its last line', () => {
    expect(
      names(
        'Steel shelf, grey, heavy',
        'with five boards             4       12.5',
        'Wooden box, very large,',
        'with handles                10        3.0',
      ),
    ).toEqual(['Steel shelf, grey, heavy with five boards', 'Wooden box, very large, with handles'])
  })

  it('belongs to the row that is nearer', () => {
    expect(
      names(
        'Steel shelf                  4       12.5',
        'with five boards',
        '',
        'Wooden box                  10        3.0',
        'with two handles',
        '',
        'Rope                         2        1.0',
      ),
    ).toEqual(['Steel shelf with five boards', 'Wooden box with two handles', 'Rope'])
  })

  it('is left alone where a gap parts it from every row', () => {
    expect(
      names(
        'Steel shelf                  4       12.5',
        '',
        '',
        'for the cellar',
        '',
        '',
        'Rope                         2        1.0',
      ),
    ).toEqual(['Steel shelf', 'Rope'])
  })
})

it('two lines that fill different columns are one row', () => {
  expect(
    rows(
      'Steel shelf                          12.5',
      '                             4',
      'Rope                         2        1.0',
    ),
  ).toEqual([
    ['Steel shelf', 4, 12.5],
    ['Rope', 2, 1],
  ])
})

it('a figure stands on one line: those of broken text are not added to it', () => {
  expect(
    rows('Steel shelf                  4       12.5', 'type 40', 'Rope                         2        1.0'),
  ).toEqual([
    ['Steel shelf type 40', 4, 12.5],
    ['Rope', 2, 1],
  ])
})
