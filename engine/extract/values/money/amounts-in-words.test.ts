import { expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { findAmounts } from './amounts-in-words'

const wordsOf = (text: string) => pageOfText(text).pages[0]?.words ?? []
const find = (text: string, decimalMark: '.' | ',' = '.') =>
  findAmounts({ words: wordsOf(text), decimalMark })
const values = (...given: Parameters<typeof find>) => find(...given).map(({ value }) => value)

it('figures are found from left to right, with the mark of the paper', () => {
  expect(values('2 pens 3.50 each 7.00')).toEqual([2, 3.5, 7])
  expect(values('1.200', ',')).toEqual([1200])
  expect(values('1.200', '.')).toEqual([1.2])
})

it('percentages, dates, times and codes are no amounts', () => {
  expect(values('19% 19 % 03/04/2026 14:05 A-102')).toEqual([])
})

it('groups of thousands that stand close are one figure; figures side by side are not', () => {
  expect(values('1 234,56', ',')).toEqual([1234.56])
  expect(values('12 345 678,90', ',')).toEqual([12_345_678.9])
  expect(values('2 3,50', ',')).toEqual([2, 3.5])
  expect(values('1  234,56', ',')).toEqual([1, 234.56])
})

it('cents that stand apart from their mark belong to it', () => {
  expect(values('8, 60', ',')).toEqual([8.6])
  expect(values('8 ,60', ',')).toEqual([8.6])
  expect(values('8, 6', ',')).toEqual([8, 6])
})

it('the sign of money is told, before or behind the figure, and its place counts to it', () => {
  expect(find('Total EUR 12.50')).toMatchObject([{ mark: 'EUR', text: 'EUR 12.50', start: 1, end: 3 }])
  expect(find('12.50 EUR')).toMatchObject([{ mark: 'EUR', text: '12.50 EUR', start: 0, end: 2 }])
  expect(find('€12.50')).toMatchObject([{ mark: '€', start: 0, end: 1 }])
  expect(find('12.50 RM 3')).toMatchObject([{ mark: null }, { mark: 'RM', value: 3 }])
  expect(find('12.50')).toMatchObject([{ mark: null }])
})

it('a minus before, brackets around and CR behind make it one to the customer’s good', () => {
  expect(values('- 12.50')).toEqual([-12.5])
  expect(values('( 12.50')).toEqual([-12.5])
  expect(values('12.50CR')).toEqual([-12.5])
  expect(find('12.50 CR')).toMatchObject([{ value: -12.5, end: 2 }])
  expect(find('12.50 DR')).toMatchObject([{ value: 12.5, end: 2 }])
})

it('a tax code and marks around a figure are no part of it', () => {
  expect(values('8.60SR 4.50Z *9.99* #12.00#')).toEqual([8.6, 4.5, 9.99, 12])
  expect(values('.50')).toEqual([0.5])
})

it('the box is around all of its words and the confidence the least of theirs', () => {
  const words = wordsOf('EUR 12.50').map((word, at) => ({ ...word, confidence: at === 0 ? 0.7 : 0.9 }))
  expect(findAmounts({ words })).toMatchObject([
    { confidence: 0.7, box: { x: 0, y: 0, width: 90, height: 14 } },
  ])
})
