import { expect, test } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import type { Reading } from '@/engine/readers/reading'
import { pageOfText, pagesOfText } from '@/tests/support/page-of-text'
import { collectCandidates } from '../candidates/collect-candidates'
import { featuresOfPlace } from './place-features'

function featuresOf({ reading, value }: { reading: Reading; value: number }): string[] {
  const paper = toPaper(reading)
  const candidate = collectCandidates({ paper, type: 'amount' }).find((one) => one.value === value)
  if (!candidate) throw new Error(`${value} is no candidate.`)
  return featuresOfPlace({ paper, candidate })
}

test('a label in the same cell, beside or above is told with what it names', () => {
  const inCell = featuresOf({ reading: pageOfText('Total 8.60'), value: 8.6 })
  expect(inCell).toContain('from:in')
  expect(inCell.some((one) => /^l:c:.*total.*:whole$/.test(one))).toBe(true)
  const beside = featuresOf({ reading: pageOfText('Total    8.60'), value: 8.6 })
  expect(beside).toContain('from:left')
  expect(beside.some((one) => /^l:c:.*total.*:whole$/.test(one))).toBe(true)
  const above = featuresOf({ reading: pageOfText('Total', '8.60'), value: 8.6 })
  expect(above.some((one) => /^a:c:.*total.*:whole$/.test(one))).toBe(true)
})

test('what stands behind a value in its line is told', () => {
  expect(featuresOf({ reading: pageOfText('8.60 each'), value: 8.6 })).toContain('r:each')
})

test('a value knows where on the print of its page it stands', () => {
  const reading = pageOfText('Harbour Stores', ...Array.from({ length: 18 }, () => 'row'), 'Total   8.60')
  expect(featuresOf({ reading, value: 8.6 })).toContain('y:9')
})

test('the first and the last of several pages are told apart', () => {
  const reading = pagesOfText(['1.00'], ['2.00'], ['3.00'])
  expect(featuresOf({ reading, value: 1 })).toContain('page:first:true')
  expect(featuresOf({ reading, value: 2 })).toContain('page:middle:true')
  expect(featuresOf({ reading, value: 3 })).toContain('page:last:true')
})
