import { expect, test } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { listAmounts } from './amount-candidates'

function amounts(...lines: string[]): (string | number)[] {
  return listAmounts(toPaper(pageOfText(...lines))).map(({ value }) => value)
}

test('every figure that may be money is one, with its sign and its mark', () => {
  expect(amounts('Total  $1,108.60', 'Discount  -5.00', 'Qty  3')).toEqual([1108.6, -5, 3])
})

test('figures are read as the paper writes them', () => {
  expect(amounts('Summe  1.108,60', 'Netto  931,60')).toEqual([1108.6, 931.6])
})

test('figures within a date are no money', () => {
  expect(amounts('14 March 2031  120.00')).toEqual([120])
})

test('long plain figures are numbers of accounts, long grouped ones are money', () => {
  expect(amounts('Account  4471182093')).toEqual([])
  expect(amounts('Total  14,471,182')).toEqual([14471182])
})

test('an amount keeps the words that say it, its currency among them', () => {
  const paper = toPaper(pageOfText('Total GBP 120.00 due'))
  const [total] = listAmounts(paper)
  expect(total?.words.map(({ text }) => text)).toEqual(['GBP', '120.00'])
})
