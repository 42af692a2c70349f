import { expect, test } from 'vitest'
import { pageOfText, pagesOfText } from '@/tests/support/paper/page-of-text'
import type { Reading } from '../../readers/reading'
import { toPaper } from '../paper/paper'
import { locateValue } from './locate-value'

function locate({ reading, value }: { reading: Reading; value: string | number }) {
  return locateValue({ paper: toPaper(reading), value })
}

test('a number is found in whatever form it is printed', () => {
  expect(locate({ reading: pageOfText('Summe  1.108,60 €'), value: 1108.6 })?.text).toContain('1.108,60')
})

test('what the page subtracts is found by its size', () => {
  expect(locate({ reading: pageOfText('Discount  -5.00'), value: 5 })?.text).toBe('-5.00')
})

test('a date is found as the page writes it', () => {
  expect(locate({ reading: pageOfText('Leeds, 14 March 2031'), value: '2031-03-14' })?.text).toBe(
    '14 March 2031',
  )
})

test('a name is found whatever its case and marks, and not within another', () => {
  expect(locate({ reading: pageOfText('NORDWIND GMBH, Leeds'), value: 'Nordwind GmbH' })?.text).toBe(
    'NORDWIND GMBH,',
  )
  expect(locate({ reading: pageOfText('Nordwinde'), value: 'Nordwind' })).toBeNull()
})

test('the first place counts, on whichever page', () => {
  const reading = pagesOfText(['Terms'], ['Total  8.60'], ['Paid  8.60'])
  expect(locate({ reading, value: 8.6 })).toMatchObject({ page: { number: 2 }, text: '8.60' })
})

test('what is not printed is nowhere', () => {
  expect(locate({ reading: pageOfText('Total  8.60'), value: 8.61 })).toBeNull()
  expect(locate({ reading: pageOfText('Total  8.60'), value: '' })).toBeNull()
})
