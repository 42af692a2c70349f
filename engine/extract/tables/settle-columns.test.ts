import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { date, items, rowsOf, text } from '@/tests/support/paper/rows-of'

const rows = (...lines: string[]) => rowsOf(items, pageOfText(...lines))

describe('what multiplication proves', () => {
  it('is the amount, be it the one that another column is called', () => {
    expect(
      rows(
        'Description         Qty     Price     Value     Amount',
        'Bolts                 3      2.00      6.00       7.20',
        'Nuts                  4      5.00     20.00      24.00',
      ),
    ).toEqual([
      ['Bolts', 3, 2, 6],
      ['Nuts', 4, 5, 20],
    ])
  })

  it('may take off a share that the row prints', () => {
    expect(
      rows(
        'Description         Qty     Price     Disc.      Amount',
        'Bolts                 3     10.00      10 %       27.00',
        'Nuts                  2     20.00       5 %       38.00',
      ),
    ).toEqual([
      ['Bolts', 3, 10, 27],
      ['Nuts', 2, 20, 38],
    ])
  })

  it('proves nothing where every quantity is one', () => {
    expect(
      rows(
        'Description         Qty     Price     Value     Amount',
        'Bolts                 1      2.00      2.00       2.40',
        'Nuts                  1      5.00      5.00       6.00',
      ),
    ).toEqual([
      ['Bolts', 1, 2, 2.4],
      ['Nuts', 1, 5, 6],
    ])
  })
})

it('a single column of money without quantities is the amount, whatever it is called', () => {
  expect(
    rows(
      'Description              Price',
      'Bolts                     2.00',
      'Nuts                      5.00',
    ),
  ).toEqual([
    ['Bolts', null, null, 2],
    ['Nuts', null, null, 5],
  ])
})

it('a column whose head says only its form is the one of that kind that is asked for', () => {
  expect(
    rowsOf(
      { passenger: text, departure_date: date },
      pageOfText('Passenger          Date', 'Ann Archer         01/02/2026', 'Bo Baker           02/02/2026'),
    ),
  ).toEqual([
    ['Ann Archer', '2026-02-01'],
    ['Bo Baker', '2026-02-02'],
  ])
})
