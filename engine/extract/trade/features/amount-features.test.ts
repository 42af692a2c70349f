import { expect, test } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { hashFeatures, placeOfFeature } from '@/engine/extract/ranking/hash'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { collectCandidates } from '../candidates/collect-candidates'
import { describeAmounts } from './amount-features'

/** Which of some features an amount has. */
function has({ lines, value }: { lines: string[]; value: number }, ...features: string[]): string[] {
  const candidates = collectCandidates({ paper: toPaper(pageOfText(...lines)), type: 'amount' })
  const at = candidates.findIndex((one) => one.value === value)
  if (at < 0) throw new Error(`${value} is no candidate.`)
  const places = hashFeatures((list) => describeAmounts(candidates)({ features: list, at }))
  return features.filter((feature) => places.includes(placeOfFeature(feature)))
}

const sums = ['Net    100.00', 'VAT    19.00', 'Total  119.00', 'Cash   150.00', 'Change  31.00']

test('net, tax and gross know one another by their sum', () => {
  const proofs = ['gross-of', 'net-of', 'tax-of']
  expect(has({ lines: sums, value: 119 }, ...proofs)).toContain('gross-of')
  expect(has({ lines: sums, value: 100 }, ...proofs)).toContain('net-of')
  expect(has({ lines: sums, value: 19 }, ...proofs)).toContain('tax-of')
})

test('what was paid knows the total and the change', () => {
  expect(has({ lines: sums, value: 119 }, 'paid-with')).toEqual(['paid-with'])
  expect(has({ lines: sums, value: 150 }, 'paid-with')).toEqual([])
})

test('an amount knows how large it is among the others, and how often it is printed', () => {
  const lines = ['9.00', '5.00', '5.00', '7.00']
  expect(has({ lines, value: 9 }, 'rank:0', 'count:2')).toEqual(['rank:0'])
  expect(has({ lines, value: 5 }, 'rank:0', 'rank:2', 'count:2')).toEqual(['rank:2', 'count:2'])
})

test('what a column comes to is told, and its rows are not', () => {
  const lines = ['Brackets   80.00', 'Delivery   20.00', 'Cables     17.00', '          117.00']
  const told = ['column-sum:true', 'column-sum:false']
  expect(has({ lines, value: 117 }, ...told)).toEqual(['column-sum:true'])
  expect(has({ lines, value: 17 }, ...told)).toEqual(['column-sum:false'])
})

test('of several amounts with one label each knows its place', () => {
  const lines = ['Total  100.00', 'Total  119.00']
  const places = ['of:total:first', 'of:total:last']
  expect(has({ lines, value: 100 }, ...places)).toEqual(['of:total:first'])
  expect(has({ lines, value: 119 }, ...places)).toEqual(['of:total:last'])
})

test('nothing proves nothing', () => {
  expect(has({ lines: ['0.00', '5.00'], value: 0 }, 'proofs:0')).toEqual(['proofs:0'])
})
