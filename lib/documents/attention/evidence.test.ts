import { expect, test } from 'vitest'
import { isDoubtful, readEvidence } from './evidence'

test('a claim without a page is no evidence', () => {
  expect(readEvidence({ box: [0, 0, 1, 1], text: 'Total' })).toBeNull()
  expect(readEvidence('page 1')).toBeNull()
})

test('a box outside of the page is dropped and the page kept', () => {
  expect(readEvidence({ page: 2, box: [0, 0, 200, 10], text: 'x', confidence: 0.9 })).toEqual({
    page: 2,
    box: null,
    text: 'x',
    confidence: 0.9,
  })
})

test('no stated confidence is no doubt', () => {
  expect(isDoubtful(readEvidence({ page: 1 }))).toBe(false)
  expect(isDoubtful(readEvidence({ page: 1, confidence: 0.4 }))).toBe(true)
  expect(isDoubtful(null)).toBe(false)
})

test('what a model suggested is told from what rules found; any other source is not', () => {
  expect(readEvidence({ page: 1, source: 'model' })?.source).toBe('model')
  expect(readEvidence({ page: 1, source: 'dream' })).not.toHaveProperty('source')
})
