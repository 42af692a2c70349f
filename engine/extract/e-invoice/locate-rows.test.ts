import { expect, test } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { toPaper } from '../paper/paper'
import { locateRows } from './locate-rows'

const head = 'Description                  Quantity    Unit price      Amount'
const hosting = { description: 'Hosting (3 months)', quantity: 3, unit_price: 10, amount: 30 }
const support = { description: 'Support', quantity: 1, unit_price: 30, amount: 30 }

/** Where the page, ten units a character, says each value of its rows. */
function leftsOf({ lines, rows }: { lines: string[]; rows: (typeof hosting)[] }) {
  const paper = toPaper(pageOfText('Invoice 3 of 1 March', head, ...lines))
  return locateRows({ paper, rows }).map((places) =>
    Object.fromEntries(Object.entries(places).map(([column, place]) => [column, [place.box.x, place.box.y]])),
  )
}

test('a quantity stands in its column, not within the name, and not elsewhere on the page', () => {
  const lines = ['Hosting (3 months)                  3         10.00       30.00']
  expect(leftsOf({ lines, rows: [hosting] })).toEqual([
    { description: [0, 40], quantity: [360, 40], unit_price: [460, 40], amount: [580, 40] },
  ])
})

test('rows that say the same each stand on their own line; a price equal to the amount stands before it', () => {
  const lines = [
    'Support                             1         30.00       30.00',
    'Support                             1         30.00       30.00',
  ]
  const at = (y: number) => ({
    description: [0, y],
    quantity: [360, y],
    unit_price: [460, y],
    amount: [580, y],
  })
  expect(leftsOf({ lines, rows: [support, support] })).toEqual([at(40), at(60)])
})

test('another name on the page does not hide the cell of the quantity', () => {
  const lines = ['Web space (3 months)                3         10.00       30.00']
  expect(leftsOf({ lines, rows: [hosting] })[0]).toMatchObject({ quantity: [360, 40] })
})

test('a quantity that its line does not show is nowhere; names and amounts are looked for everywhere', () => {
  const lines = ['Hosting (3 months)', 'to pay                                                  30.00']
  expect(leftsOf({ lines, rows: [hosting] })).toEqual([{ description: [0, 40], amount: [560, 60] }])
})
