import { expect, test } from 'vitest'
import { cropOf } from './evidence-crop'

const rounded = (box: readonly number[]) => box.map((part) => Math.round(part * 1000) / 1000)

test('a crop shows what stands around the value, in the middle', () => {
  expect(rounded(cropOf([0.4, 0.5, 0.2, 0.02]))).toEqual([0.34, 0.482, 0.32, 0.056])
})

test('at an edge the crop stays on the page', () => {
  expect(rounded(cropOf([0.9, 0.99, 0.1, 0.01]))).toEqual([0.7, 0.972, 0.3, 0.028])
  expect(cropOf([0, 0, 1, 1])).toEqual([0, 0, 1, 1])
})
