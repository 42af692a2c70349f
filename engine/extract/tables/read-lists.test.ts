import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { items, number, rowsOf, text } from '@/tests/support/paper/rows-of'
import { toPaper } from '../paper/paper'
import { readJsonSchema } from '../schema/json-schema'
import { readSchemaFields } from '../schema/read-schema'
import { readLists } from './read-lists'

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

it('is surer of figures that multiply than of others', () => {
  const { lists } = readSchemaFields(
    readJsonSchema({
      type: 'object',
      properties: { rows: { type: 'array', items: { type: 'object', properties: items } } },
    }),
  )
  const page = pageOfText(
    'Description      Qty     Price    Amount',
    'Bolts              2      3.00      6.00',
    'Nuts               2      3.00      7.00',
  )
  const [proven, open] = [...readLists({ paper: toPaper(page), lists }).values()].flat()
  const amountOf = (row: typeof proven) =>
    [...(row ?? [])].find(([{ concept }]) => concept === 'amount')?.[1].confidence ?? 0
  expect(amountOf(proven)).toBeGreaterThan(amountOf(open))
})

it('may have thousands of rows on one page', () => {
  const lines = Array.from({ length: 1500 }, (_, at) => `${`Thing ${at}`.padEnd(30)}2       3.00       6.00`)
  const page = pageOfText('Description                 Quantity   Price     Amount', ...lines)
  expect(rowsOf(items, page)).toHaveLength(1500)
})
