import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { date, items, number, readAll, rowsOf, text } from '@/tests/support/paper/rows-of'

describe('a table with a head', () => {
  it('gives amounts to the side of the account that they stand on, and no opening balance', () => {
    const rows = rowsOf(
      { date, details: text, paid_out: number, paid_in: number, balance: number },
      pageOfText(
        'Statement of account                          Sheet 3',
        '',
        'Date          Details                 Paid out     Paid in     Balance',
        '              Brought forward                                   500.00',
        '02 Jan 2025   Salary January                      2,000.00    2,500.00',
        '03 Jan 2025   Rent                      900.00                1,600.00',
        '              flat 12',
        '05 Jan 2025   Card payment               15.20                1,584.80',
        '              Carried forward                                 1,584.80',
      ),
    )
    expect(rows).toEqual([
      ['2025-01-02', 'Salary January', null, 2000, 2500],
      ['2025-01-03', 'Rent flat 12', 900, null, 1600],
      ['2025-01-05', 'Card payment', 15.2, null, 1584.8],
    ])
  })

  it('may be broken over three lines', () => {
    const rows = rowsOf(
      { employee: text, hours_worked: number, hourly_rate: number, gross_pay: number },
      pageOfText(
        '                   Hours                Gross',
        'Employee           worked    Hourly     pay',
        '                             rate',
        'Ann Archer         38.5      20.00      770.00',
        'Bo Baker           40        22.50      900.00',
      ),
    )
    expect(rows).toEqual([
      ['Ann Archer', 38.5, 20, 770],
      ['Bo Baker', 40, 22.5, 900],
    ])
  })

  it('goes on over pages, with a repeated head and without, past the sums carried over', () => {
    const head = 'Description              Quantity    Unit price      Amount'
    const rows = rowsOf(
      items,
      pageOfText(
        'Invoice 17',
        '',
        head,
        'Bolts                          10          1.00       10.00',
        'Carried forward                                          10.00',
      ),
      pageOfText(
        'Invoice 17  page 2',
        '',
        head,
        'Nuts                           20          0.50       10.00',
        'Washers                         5          2.00       10.00',
      ),
      pageOfText(
        'Rings                           4          2.50       10.00',
        'Total                                                 40.00',
        'Thanks                          1          1.00       1.00',
      ),
    )
    expect(rows).toEqual([
      ['Bolts', 10, 1, 10],
      ['Nuts', 20, 0.5, 10],
      ['Washers', 5, 2, 10],
      ['Rings', 4, 2.5, 10],
    ])
  })

  it('may run from right to left', () => {
    const rows = rowsOf(
      items,
      pageOfText(
        'Amount      Unit price    Quantity    Description',
        ' 10.00            5.00           2    Paper A4 white',
        ' 21.00            7.00           3    Pens',
        ' 31.00    Total',
      ),
    )
    expect(rows).toEqual([
      ['Paper A4 white', 2, 5, 10],
      ['Pens', 3, 7, 21],
    ])
  })

  it('has rows whose text is broken above and below the figures', () => {
    const rows = rowsOf(
      { item: text, sku: { type: 'string' }, qty: { type: 'integer' }, weight: number },
      pageOfText(
        'SKU        Item                     Qty     Weight',
        '           Steel shelf, grey,',
        'A-1001     five boards, for           4       12.5',
        '           heavy loads',
        '',
        '           Wooden box with',
        'A-1002     two handles and           10        3.0',
        '           a lid',
      ),
    )
    expect(rows).toEqual([
      ['Steel shelf, grey, five boards, for heavy loads', 'A-1001', 4, 12.5],
      ['Wooden box with two handles and a lid', 'A-1002', 10, 3],
    ])
  })

  it('has no rows where groups are named or lines are empty', () => {
    const rows = rowsOf(
      { course: text, credits: number, grade: { type: 'string' } },
      pageOfText(
        'Course                     Credits    Grade',
        '',
        'Autumn term',
        '',
        'Algebra                          5    A-',
        'Physics                          6    B',
        '',
        'Spring term',
        '',
        'Chemistry                        4    C+',
      ),
    )
    expect(rows).toEqual([
      ['Algebra', 5, 'A-'],
      ['Physics', 6, 'B'],
      ['Chemistry', 4, 'C+'],
    ])
  })

  it('stands once for each list, told apart by the titles above', () => {
    const columns = {
      type: 'array',
      items: { type: 'object', properties: { description: text, amount: number } },
    }
    const lists = readAll({ earnings: columns, deductions: columns }, [
      pageOfText(
        'Earnings',
        'Description                    Amount',
        'Basic pay                    2,000.00',
        'Overtime                       150.00',
        '',
        '',
        '',
        'Deductions',
        'Description                    Amount',
        'Pension                        100.00',
        'Union                           12.00',
      ),
    ])
    expect(lists).toEqual({
      earnings: [
        ['Basic pay', 2000],
        ['Overtime', 150],
      ],
      deductions: [
        ['Pension', 100],
        ['Union', 12],
      ],
    })
  })

  it('is not made of a sentence, of labels, or of one word that it shares', () => {
    const columns = { name: text, date, result: number }
    expect(
      rowsOf(
        columns,
        pageOfText(
          'The result and the date of the name',
          'Name: Ann    Date: 01/02/2024',
          'Result   Colour   Size',
          '12   red   40',
        ),
      ),
    ).toEqual([])
  })

  it('leaves columns of taxes and discounts alone, and takes the product for the amount', () => {
    const rows = rowsOf(
      items,
      pageOfText(
        'Pos  Article               Qty   Price    VAT %    Net amount    VAT amount    Gross amount',
        '1    Desk lamp               2   30.00      20          60.00         12.00           72.00',
        '2    Bulb                    4    2.50      20          10.00          2.00           12.00',
        '     Subtotal                                            70.00         14.00           84.00',
      ),
    )
    expect(rows).toEqual([
      ['Desk lamp', 2, 30, 60],
      ['Bulb', 4, 2.5, 10],
    ])
  })

  it('gives ticked boxes as yes, empty ones as no', () => {
    const rows = rowsOf(
      { check: text, passed: { type: 'boolean' }, status: { type: 'string', enum: ['open', 'closed'] } },
      pageOfText(
        'Check               Passed     Status',
        'Brakes              ☒          ☐ open ☒ closed',
        'Lights              ☐          ☒ open ☐ closed',
      ),
    )
    expect(rows).toEqual([
      ['Brakes', true, 'closed'],
      ['Lights', false, 'open'],
    ])
  })
})
