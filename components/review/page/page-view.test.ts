import { expect, test } from 'vitest'
import type { Box } from '../result/evidence'
import { rotateBox, rotateClockwise } from './page-view'

test('four quarter turns bring a box back to where it was', () => {
  const box: Box = [0.1, 0.2, 0.3, 0.05]
  let turned = box
  for (let turn = 0; turn < 4; turn += 1) turned = rotateBox({ box: turned, rotation: 90 })
  for (const [index, value] of box.entries()) expect(turned[index]).toBeCloseTo(value)
})

test('the top left corner goes to the top right with one turn', () => {
  expect(rotateBox({ box: [0, 0, 0.2, 0.1], rotation: 90 })).toEqual([0.9, 0, 0.1, 0.2])
  expect(rotateClockwise(270)).toBe(0)
})
