import { expect, test } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { collectCandidates } from '../candidates/collect-candidates'
import { featuresOfAmounts } from './amount-features'

function featuresOf({ lines, value, nth = 0 }: { lines: string[]; value: number; nth?: number }): string[] {
  const paper = toPaper(pageOfText(...lines))
  const candidates = collectCandidates({ paper, type: 'amount' })
  const features = featuresOfAmounts(candidates)
  const [at = -1] = candidates.flatMap((one, index) => (one.value === value ? [index] : [])).slice(nth)
  return features[at] ?? []
}

const sums = ['Net    100.00', 'VAT    19.00', 'Total  119.00', 'Cash   150.00', 'Change  31.00']

test('net, tax and gross know one another by their sum', () => {
  expect(featuresOf({ lines: sums, value: 119 })).toContain('gross-of')
  expect(featuresOf({ lines: sums, value: 100 })).toContain('net-of')
  expect(featuresOf({ lines: sums, value: 19 })).toContain('tax-of')
})

test('what was paid knows the total and the change', () => {
  expect(featuresOf({ lines: sums, value: 119 })).toContain('paid-with')
  expect(featuresOf({ lines: sums, value: 150 })).not.toContain('paid-with')
})

test('an amount knows how large it is among the others, and how often it is printed', () => {
  const lines = ['9.00', '5.00', '5.00', '7.00']
  expect(featuresOf({ lines, value: 9 })).toContain('rank:0')
  expect(featuresOf({ lines, value: 5 })).toEqual(expect.arrayContaining(['rank:2', 'count:2']))
})

test('what a column comes to is told, and its rows are not', () => {
  const lines = ['Brackets   80.00', 'Delivery   20.00', 'Cables     17.00', '          117.00']
  expect(featuresOf({ lines, value: 117 })).toContain('column-sum:true')
  expect(featuresOf({ lines, value: 17 })).toContain('column-sum:false')
})

test('of several amounts with one label each knows its place', () => {
  const lines = ['Total  100.00', 'Total  119.00']
  expect(featuresOf({ lines, value: 100 }).some((one) => /^of:.*total.*:first$/.test(one))).toBe(true)
  expect(featuresOf({ lines, value: 119 }).some((one) => /^of:.*total.*:last$/.test(one))).toBe(true)
})

test('nothing proves nothing', () => {
  expect(featuresOf({ lines: ['0.00', '5.00'], value: 0 })).toContain('proofs:0')
})
