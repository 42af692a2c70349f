import { expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { number, rowsOf, text } from '@/tests/support/paper/rows-of'

const columns = { passenger: text, seat: { type: 'string' }, fare: number }
const rows = (...lines: string[]) => rowsOf(columns, pageOfText(...lines))

it('a name that comes again begins the next item', () => {
  expect(
    rows(
      'Passenger: Ann Archer',
      'Seat: 12A',
      'Fare: 120.00',
      'Passenger: Bo Baker',
      'Fare: 99.00',
      'Seat: 12B',
    ),
  ).toEqual([
    ['Ann Archer', '12A', 120],
    ['Bo Baker', '12B', 99],
  ])
})

it('several values of one item may stand on a line, in the next cell of their label, too', () => {
  expect(
    rows(
      'Passenger: Ann Archer    Seat: 12A',
      'Fare:    120.00',
      'Passenger: Bo Baker    Seat: 12B',
      'Fare:    99.00',
    ),
  ).toEqual([
    ['Ann Archer', '12A', 120],
    ['Bo Baker', '12B', 99],
  ])
})

it('items side by side would be mixed up, and are none', () => {
  expect(rows('Passenger: Ann    Passenger: Bo', 'Fare: 1.00    Fare: 2.00')).toEqual([])
})

it('one item alone, items of one value, and items that do not begin alike are no list', () => {
  expect(rows('Passenger: Ann Archer', 'Seat: 12A')).toEqual([])
  expect(rows('Passenger: Ann Archer', 'Passenger: Bo Baker')).toEqual([])
  expect(rows('Passenger: Ann', 'Seat: 12A', 'Seat: 12B', 'Passenger: Bo')).toEqual([])
})

it('names without a colon, and without a value, name nothing', () => {
  expect(rows('Passenger Ann Archer', 'Seat 12A', 'Passenger Bo Baker', 'Seat 12B')).toEqual([])
  expect(rows('Passenger: Ann', 'Seat:', 'Passenger: Bo', 'Seat:')).toEqual([])
})
