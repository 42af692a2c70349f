import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { items, rowsOf } from '@/tests/support/paper/rows-of'

const head = 'Description              Quantity    Unit price      Amount'
const bolts = 'Bolts                          10          1.00       10.00'
const nuts = 'Nuts                           20          0.50       10.00'
const names = (...lines: string[]) =>
  rowsOf(items, pageOfText(head, ...lines)).map((row) => (row as unknown[])[0])

describe('a table ends', () => {
  it('with its total', () => {
    expect(names(bolts, 'Total                                                 10.00', nuts)).toEqual([
      'Bolts',
    ])
  })

  it('where a gap is wider than its rows ever stood apart', () => {
    expect(names(bolts, '', '', '', '', nuts)).toEqual(['Bolts'])
    expect(names(bolts, '', nuts)).toEqual(['Bolts', 'Nuts'])
    expect(names(bolts, '', '', nuts, '', '', '', bolts)).toHaveLength(3)
  })

  it('with a labelled value behind a gap', () => {
    expect(names(bolts, '', 'Packages: 4', nuts)).toEqual(['Bolts'])
  })

  it('after six lines without a row', () => {
    const lines = (count: number) => Array(count).fill('in blue')
    expect(names(bolts, ...lines(5), nuts)).toHaveLength(2)
    expect(names(bolts, ...lines(6), nuts)).toHaveLength(1)
  })
})

describe('no row is', () => {
  it('a sum between rows, which go on behind it', () => {
    expect(names(bolts, 'Subtotal                                              10.00', nuts)).toEqual([
      'Bolts',
      'Nuts',
    ])
  })

  it('a sentence across the columns', () => {
    expect(names(bolts, 'Delivered with our lorry on 12 May as agreed by telephone 2', nuts)).toEqual([
      'Bolts',
      'Nuts',
    ])
  })

  it('a lot, a customs number or days below a name', () => {
    expect(names(bolts, 'LOT 2413', nuts, 'HS 0629.24')).toEqual(['Bolts', 'Nuts'])
  })

  it('a line of rules and dots', () => {
    expect(names('-----------------------------', bolts, '. . . . . . . . . .', nuts)).toEqual([
      'Bolts',
      'Nuts',
    ])
  })
})
