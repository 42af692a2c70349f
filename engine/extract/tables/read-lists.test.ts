import { describe, expect, it } from 'vitest'
import { pageOfText } from '../../../tests/support/page-of-text'
import type { Reading } from '../../readers/reading'
import { concludeContext } from '../context'
import { buildLayout } from '../layout/layout'
import { readJsonSchema } from '../schema/json-schema'
import { readSchemaFields } from '../schema/read-schema'
import { readLists } from './read-lists'

type Column = Record<string, unknown>
const number = { type: 'number' }
const text = { type: 'string' }
const date = { type: 'string', format: 'date' }
const items = { description: text, quantity: number, unit_price: number, amount: number }

/** What the list `rows` with these columns holds: each row as its values in the order of the columns. */
function rowsOf(columns: Record<string, Column> | Column, ...pages: Reading[]): unknown[] {
  return (
    readAll(
      {
        rows: { type: 'array', items: isColumn(columns) ? columns : { type: 'object', properties: columns } },
      },
      pages,
    ).rows ?? []
  )
}

function isColumn(columns: object): columns is Column {
  return 'type' in columns && typeof columns.type === 'string'
}

function readAll(properties: Record<string, Column>, pages: Reading[]): Record<string, unknown[]> {
  const { lists } = readSchemaFields(readJsonSchema({ type: 'object', properties }))
  const layout = buildLayout({ pages: pages.flatMap((page) => page.pages), attachments: [], notices: [] })
  const found = readLists({ layout, context: concludeContext(layout), lists })
  return Object.fromEntries(
    [...found].map(([list, rows]) => [
      list.path.join('.'),
      rows.map((row) =>
        list.isPlain
          ? [...row.values()][0]?.value
          : list.columns.map((column) => row.get(column)?.value ?? null),
      ),
    ]),
  )
}

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

describe('a list without a head of columns', () => {
  it('may have its items side by side', () => {
    const rows = rowsOf(
      { bidder: text, price: number, delivery_weeks: { type: 'integer', title: 'Delivery (weeks)' } },
      pageOfText(
        'Bidder               Alpha Ltd      Beta Inc      Gamma SA',
        'Price                 1,200.00      1,150.00      1,300.00',
        'Delivery (weeks)             4             6             2',
      ),
    )
    expect(rows).toEqual([
      ['Alpha Ltd', 1200, 4],
      ['Beta Inc', 1150, 6],
      ['Gamma SA', 1300, 2],
    ])
  })

  it('may be the priced lines of a receipt, with counts above, below or before the name', () => {
    const rows = rowsOf(
      items,
      pageOfText(
        'CORNER SHOP',
        '2 Milk 2L           3.00',
        'Cheese',
        '  2 x 4.25          8.50',
        'Bread               2.20',
        '  2 @ 1.10',
        'TOTAL              13.70',
        'CASH               20.00',
        'CHANGE              6.30',
      ),
    )
    expect(rows).toEqual([
      ['Milk 2L', 2, null, 3],
      ['Cheese', 2, 4.25, 8.5],
      ['Bread', 2, 1.1, 2.2],
    ])
  })

  it('may be groups of labelled values', () => {
    const rows = rowsOf(
      { passenger: text, seat: { type: 'string' }, fare: number },
      pageOfText(
        'Passenger: Ann Archer',
        'Seat: 12A',
        'Fare: 120.00',
        '',
        'Passenger: Bo Baker',
        'Seat: 12B',
        'Fare: 99.00',
      ),
    )
    expect(rows).toEqual([
      ['Ann Archer', '12A', 120],
      ['Bo Baker', '12B', 99],
    ])
  })

  it.each([
    ['behind its name', ['Rows: red, dark green; blue']],
    ['below its name', ['Rows', 'red', 'dark green', 'blue', '', 'Other things']],
    ['behind bullets', ['Rows:', '• red', '• dark green', '• blue', 'Signed']],
    ['behind ticks', ['Rows: ☒ red ☐ yellow ☒ dark green ☒ blue']],
  ])('may be single values %s', (_, lines) => {
    expect(rowsOf(text, pageOfText(...lines))).toEqual(['red', 'dark green', 'blue'])
  })
})

it('may have thousands of rows on one page', () => {
  const lines = Array.from({ length: 1500 }, (_, at) => `${`Thing ${at}`.padEnd(30)}2       3.00       6.00`)
  const page = pageOfText('Description                 Quantity   Price     Amount', ...lines)
  expect(rowsOf(items, page)).toHaveLength(1500)
})
