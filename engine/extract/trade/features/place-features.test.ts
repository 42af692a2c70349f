import { expect, test } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { hashFeatures, placeOfFeature } from '@/engine/extract/ranking/hash'
import type { Reading } from '@/engine/readers/reading'
import { pageOfText, pagesOfText } from '@/tests/support/paper/page-of-text'
import { collectCandidates } from '../candidates/collect-candidates'
import { addPlace } from './place-features'

/** Which of some features an amount has. */
function has({ reading, value }: { reading: Reading; value: number }, ...features: string[]): string[] {
  const paper = toPaper(reading)
  const candidate = collectCandidates({ paper, type: 'amount' }).find((one) => one.value === value)
  if (!candidate) throw new Error(`${value} is no candidate.`)
  const places = hashFeatures((list) => addPlace({ features: list, paper, candidate }))
  return features.filter((feature) => places.includes(placeOfFeature(feature)))
}

const total = (...lines: string[]) => ({ reading: pageOfText(...lines), value: 8.6 })

test('a label in the same cell, beside or above is told with what it names', () => {
  const features = ['from:in', 'from:left', 'l:c:total:whole', 'a:c:total:whole']
  expect(has(total('Total 8.60'), ...features)).toEqual(['from:in', 'l:c:total:whole'])
  expect(has(total('Total    8.60'), ...features)).toEqual(['from:left', 'l:c:total:whole'])
  expect(has(total('Total', '8.60'), ...features)).toEqual(['a:c:total:whole'])
})

test('what stands behind a value in its line is told', () => {
  expect(has(total('8.60 each'), 'r:each', 'r:other')).toEqual(['r:each'])
})

test('a value knows where on the print of its page it stands', () => {
  const rows = Array.from({ length: 18 }, () => 'row')
  expect(has(total('Harbour Stores', ...rows, 'Total   8.60'), 'y:0', 'y:9')).toEqual(['y:9'])
})

test('the first and the last of several pages are told apart', () => {
  const reading = pagesOfText(['1.00'], ['2.00'], ['3.00'])
  const places = ['page:first:true', 'page:middle:true', 'page:last:true']
  expect([1, 2, 3].flatMap((value) => has({ reading, value }, ...places))).toEqual(places)
})
