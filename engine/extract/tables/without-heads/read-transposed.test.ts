import { expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { number, rowsOf, text } from '@/tests/support/paper/rows-of'

const columns = { bidder: text, price: number, weeks: number }
const rows = (...lines: string[]) => rowsOf(columns, pageOfText(...lines))

it('values side by side are items, each named at the left of its line', () => {
  expect(
    rows(
      'Bidder     Alpha Ltd     Beta Inc',
      'Price       1,200.00     1,150.00',
      'Weeks              4            6',
    ),
  ).toEqual([
    ['Alpha Ltd', 1200, 4],
    ['Beta Inc', 1150, 6],
  ])
})

it('a value that is missing leaves its place open, and an item with less than half is none', () => {
  expect(
    rows(
      'Bidder     Alpha Ltd     Beta Inc      Gamma SA',
      'Price       1,200.00     1,150.00',
      'Weeks              4                          2',
    ),
  ).toEqual([
    ['Alpha Ltd', 1200, 4],
    ['Beta Inc', 1150, null],
    ['Gamma SA', null, 2],
  ])
  expect(
    rows(
      'Bidder     Alpha Ltd     Beta Inc      Gamma SA',
      'Price       1,200.00     1,150.00',
      'Weeks              4            6',
    ),
  ).toHaveLength(2)
})

it('two blocks below each other are items one after the other', () => {
  expect(
    rows(
      'Bidder     Alpha Ltd     Beta Inc',
      'Price       1,200.00     1,150.00',
      '',
      'Bidder     Gamma SA      Delta AG',
      'Price       1,000.00       900.00',
    ),
  ).toEqual([
    ['Alpha Ltd', 1200, null],
    ['Beta Inc', 1150, null],
    ['Gamma SA', 1000, null],
    ['Delta AG', 900, null],
  ])
})

it('a wide gap or another left edge ends a block', () => {
  const gap = (lines: number) =>
    rows('Bidder     Alpha Ltd     Beta Inc', ...Array(lines).fill(''), 'Price       1,200.00     1,150.00')
  expect(gap(2)).toHaveLength(2)
  expect(gap(4)).toEqual([])
  expect(rows('Bidder     Alpha Ltd     Beta Inc', '     Price  1,200.00     1,150.00')).toEqual([])
})

it('a single line, or a line with a single value, makes no items', () => {
  expect(rows('Bidder     Alpha Ltd     Beta Inc')).toEqual([])
  expect(rows('Bidder     Alpha Ltd', 'Price       1,200.00')).toEqual([])
})
