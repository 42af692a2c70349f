import { describe, expect, it } from 'vitest'
import { pageOfText, pagesOfText } from '@/tests/support/paper/page-of-text'
import { items, number, rowsOf, text } from '@/tests/support/paper/rows-of'

/** Description, quantity, price of each and amount of each line. */
const rows = (...lines: string[]) => rowsOf(items, pageOfText(...lines))
const names = (...lines: string[]) => rows(...lines).map((row) => (row as unknown[])[0])

describe('the items of a receipt', () => {
  it('are the priced lines above its sum', () => {
    expect(
      rows(
        'Milk             3.00',
        'Bread            2.20',
        'TOTAL            5.20',
        'CASH            10.00',
      ),
    ).toEqual([
      ['Milk', null, null, 3],
      ['Bread', null, null, 2.2],
    ])
  })

  it('may be counted before the name, behind it, or on the line above or below', () => {
    expect(
      rows(
        '2 Milk            6.00',
        'Bread  3 x 2.20   6.60',
        'Cheese',
        '2 @ 4.25          8.50',
        'Ham               9.00',
        '3 x 3.00',
        'TOTAL            30.10',
      ),
    ).toEqual([
      ['Milk', 2, null, 6],
      ['Bread', 3, 2.2, 6.6],
      ['Cheese', 2, 4.25, 8.5],
      ['Ham', 3, 3, 9],
    ])
  })

  it('keep a figure that is a part of their name, and are counted by the one in its own column', () => {
    expect(
      rows(
        'Hosting (3 months)      3        10.00    30.00',
        'Support 2 years                  20.00    40.00',
        'TOTAL                                     70.00',
      ),
    ).toEqual([
      ['Hosting (3 months)', 3, 10, 30],
      ['Support 2 years', 2, 20, 40],
    ])
  })

  it('may be counted above the name', () => {
    expect(
      rows('2 x 4.25', 'Cheese            8.50', 'Milk              3.00', 'TOTAL            11.50'),
    ).toEqual([
      ['Cheese', 2, 4.25, 8.5],
      ['Milk', null, null, 3],
    ])
  })

  it('have sizes in their names, and a letter of the tax behind their price', () => {
    expect(rows('Flour 2,5 kg      3.00 A', 'Milk 2L           1.50 B', 'TOTAL             4.50')).toEqual([
      ['Flour 2,5 kg', null, null, 3],
      ['Milk 2L', null, null, 1.5],
    ])
  })

  it('may have names that go on from line to line where there was no more room', () => {
    expect(
      names(
        'Organic wholegrain oat',
        'biscuits          3.00',
        'Milk              1.50',
        'TOTAL             4.50',
      ),
    ).toEqual(['Organic wholegrain oat biscuits', 'Milk'])
    expect(
      names('Dairy', 'Milk              1.50', 'Bread             2.00', 'TOTAL             3.50'),
    ).toEqual(['Milk', 'Bread'])
  })

  it('include what was given back and leave out what costs nothing', () => {
    expect(
      rows(
        'Milk              3.00',
        'Bottle returned  -0.25',
        'Free sample       0.00',
        'TOTAL             2.75',
      ),
    ).toEqual([
      ['Milk', null, null, 3],
      ['Bottle returned', null, null, -0.25],
    ])
  })

  it('in a currency without cents have whole prices', () => {
    expect(rows('Leche            1.200', 'Pan                900', 'TOTAL            2.100')).toEqual([
      ['Leche', null, null, 1200],
      ['Pan', null, null, 900],
    ])
  })

  it('go on over pages', () => {
    expect(
      rowsOf(
        items,
        pagesOfText(['Milk             3.00'], ['Bread            2.20', 'TOTAL            5.20']),
      ),
    ).toHaveLength(2)
  })
})

describe('how it was paid, labels and sums', () => {
  it('are no items', () => {
    expect(
      names(
        'Cashier: 12       3.00',
        'Milk              3.00',
        'Bread             2.20',
        'SUBTOTAL          5.20',
        'TOTAL             5.20',
        'Thanks            1.00',
      ),
    ).toEqual(['Milk', 'Bread'])
  })

  it('a sum without a name ends them: what all before come to', () => {
    expect(
      names(
        'Milk              3.00',
        'Bread             2.20',
        'Altogether        5.20',
        'Paid by card      5.20',
      ),
    ).toEqual(['Milk', 'Bread'])
  })
})

describe('lines on paper wider than a till’s', () => {
  const wide = (name: string, price: string) => name.padEnd(70) + price

  it('are believed when they come to their sum', () => {
    expect(names(wide('Milk', '3.00'), wide('Bread', '2.20'), wide('Total', '5.20'))).toEqual([
      'Milk',
      'Bread',
    ])
  })

  it('are not when they do not', () => {
    expect(names(wide('Milk', '3.00'), wide('Bread', '2.20'), wide('Total', '9.20'))).toEqual([])
    expect(names('Milk             3.00', 'Bread            2.20', 'TOTAL            9.20')).toEqual([
      'Milk',
      'Bread',
    ])
  })
})

it('a list that asks for no amounts, or for no names, has no priced lines', () => {
  const receipt = pageOfText('Milk             3.00', 'Bread            2.20', 'TOTAL            5.20')
  expect(rowsOf({ description: text }, receipt)).toEqual([])
  expect(rowsOf({ amount: number }, receipt)).toEqual([])
})
