import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { date, items, number, rowsOf, text } from '@/tests/support/paper/rows-of'

describe('heads of columns', () => {
  it('may stand so close that they look like one', () => {
    const rows = rowsOf(
      items,
      pageOfText(
        'Description            Qty Unit price Amount',
        'Site visit               3     110.00 330.00',
        'Report                   1      95.50  95.50',
      ),
    )
    expect(rows).toEqual([
      ['Site visit', 3, 110, 330],
      ['Report', 1, 95.5, 95.5],
    ])
  })

  it('may be cut short, or say no more than of what form their values are', () => {
    const rows = rowsOf(
      { department: text, hired: { ...date, title: 'Hiring date' }, salary: number },
      pageOfText('Dept.           Date           Salary', 'Sales           02/03/2021     41,000.00'),
    )
    expect(rows).toEqual([['Sales', '2021-03-02', 41000]])
  })

  it('may leave it to the products which figure is the price, discounts included', () => {
    const rows = rowsOf(
      items,
      pageOfText(
        'Article           Qty      List       Disc.      Total',
        'Chair               4     50.00       10 %      180.00',
        'Table               2    120.00                 240.00',
      ),
    )
    expect(rows).toEqual([
      ['Chair', 4, 50, 180],
      ['Table', 2, 120, 240],
    ])
  })

  it('name nothing when they name another kind of list', () => {
    const statement = pageOfText(
      'Date          Details                 Paid out     Paid in     Balance',
      '02 Jan 2025   Salary January                      2,000.00    2,500.00',
    )
    expect(rowsOf({ flight: text, gate: text, boarding_time: text }, statement)).toEqual([])
    expect(rowsOf({ test: text, result: number, reference_range: text }, statement)).toEqual([])
  })

  it('of taxes and payments below the totals begin no priced lines', () => {
    const rows = rowsOf(
      items,
      pageOfText(
        'Description                   Amount',
        'Consulting                  1,000.00',
        'Total                       1,210.00',
        '',
        'Service             Net amount     Tax',
        '21 %                  1,000.00     210.00',
      ),
    )
    expect(rows).toEqual([['Consulting', null, null, 1000]])
  })
})
