import { expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { items, rowsOf } from '@/tests/support/paper/rows-of'

const names = (...articles: string[]) =>
  rowsOf(
    items,
    pageOfText(
      'Description                    Quantity    Unit price      Amount',
      ...articles.map((article) => `${article.padEnd(34)}1         10.00       10.00`),
    ),
  ).map((row) => (row as unknown[])[0])

it('numbers of one form that begin several names are no part of them', () => {
  expect(names('B49-Q18 Desk lamp', 'C50-R22 Bulb')).toEqual(['Desk lamp', 'Bulb'])
})

it('a form that comes once, a short one and one with a single figure belong to the name', () => {
  expect(names('B49-Q18 Desk lamp', 'Bulb')).toEqual(['B49-Q18 Desk lamp', 'Bulb'])
  expect(names('A4-12 Paper', 'A5-13 Paper')).toEqual(['A4-12 Paper', 'A5-13 Paper'])
  expect(names('Model-7 Lamp', 'Model-8 Bulb')).toEqual(['Model-7 Lamp', 'Model-8 Bulb'])
})

it('only those of the form lose their first word', () => {
  expect(names('B49-Q18 Desk lamp', 'C50-R22 Bulb', 'Delivery to the door')).toEqual([
    'Desk lamp',
    'Bulb',
    'Delivery to the door',
  ])
})
