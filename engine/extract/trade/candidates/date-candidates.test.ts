import { expect, test } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { listDates } from './date-candidates'

function dates(...lines: string[]): (string | number)[] {
  return listDates(toPaper(pageOfText(...lines))).map(({ value }) => value)
}

test('every date of a line is one', () => {
  expect(dates('From 14 March 2031 to 2031-04-02')).toEqual(['2031-03-14', '2031-04-02'])
})

test('a date that goes on over a gap is one', () => {
  expect(dates('14     March     2031')).toEqual(['2031-03-14'])
})

test('a year on the next line of its cell ends the date', () => {
  expect(dates('Dated 14 March', '2031')).toContain('2031-03-14')
  expect(dates('Dated 14 March', '2031 brackets sold').length).toBe(1)
})

test('forms that many figures have count with the label of a date alone', () => {
  expect(dates('Date:  20310314')).toEqual(['2031-03-14'])
  expect(dates('Article  20310314')).toEqual([])
})

test('the order of day and month is the one that the paper shows elsewhere', () => {
  expect(dates('Sent 25/02/2031', 'Paid 03/04/2031')).toEqual(['2031-02-25', '2031-04-03'])
  expect(dates('Sent 02/25/2031', 'Paid 03/04/2031')).toEqual(['2031-02-25', '2031-03-04'])
})
