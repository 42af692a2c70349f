import { expect, it } from 'vitest'
import type { Word } from '@/engine/readers/reading'
import { trimTallBoxes } from './word-heights'

const wordOf = ({ width, height }: { width: number; height: number }): Word => ({
  text: 'Invoice',
  box: { x: 40, y: 100, width, height },
  confidence: 1,
  origin: 'text',
})

it('boxes as high as print stay as they are', () => {
  const words = [wordOf({ width: 35, height: 10 })]
  expect(trimTallBoxes(words)).toEqual(words)
})

it('boxes that reach over their neighbours are brought to the height of print, around their middle', () => {
  const [word] = trimTallBoxes([wordOf({ width: 35, height: 22 })])
  expect(word?.box).toMatchObject({ x: 40, width: 35 })
  expect(word?.box.height).toBeCloseTo(11)
  expect(word?.box.y).toBeCloseTo(105.5)
})

it('print without measures says nothing about the rest', () => {
  const unmeasured = wordOf({ width: 0, height: 0 })
  const words = [wordOf({ width: 35, height: 10 }), unmeasured, unmeasured, unmeasured]
  expect(trimTallBoxes(words)).toEqual(words)
})
