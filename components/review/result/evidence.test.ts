import { expect, test } from 'vitest'
import { type Box, isDoubtful, readEvidence, rotateBox, turnRight } from './evidence'

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

test('four quarter turns bring a box back to where it was', () => {
  const box: Box = [0.1, 0.2, 0.3, 0.05]
  let turned = box
  for (let turn = 0; turn < 4; turn += 1) turned = rotateBox({ box: turned, rotation: 90 })
  for (const [index, value] of box.entries()) expect(turned[index]).toBeCloseTo(value)
})

test('the top left corner goes to the top right with one turn', () => {
  expect(rotateBox({ box: [0, 0, 0.2, 0.1], rotation: 90 })).toEqual([0.9, 0, 0.1, 0.2])
  expect(turnRight(270)).toBe(0)
})

test('what a model suggested is told from what rules found; any other source is not', () => {
  expect(readEvidence({ page: 1, source: 'model' })?.source).toBe('model')
  expect(readEvidence({ page: 1, source: 'dream' })).not.toHaveProperty('source')
})
