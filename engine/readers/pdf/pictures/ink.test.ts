import { expect, it } from 'vitest'
import type { Picture } from '../../picture/picture'
import { accountedShare, findInk, inkIn, inkScale } from './ink'

type Spot = { x: number; y: number; width: number; height: number; shade?: number }

const side = 200
/** What scanners leave at the edge: 1.5 % of 200. */
const edge = 3

function paper(spots: Spot[], { ground = 255 } = {}): Picture {
  const pixels = Buffer.alloc(side * side, ground)
  for (const { x, y, width, height, shade = 0 } of spots)
    for (let row = y; row < y + height; row += 1) pixels.fill(shade, row * side + x, row * side + x + width)
  return { width: side, height: side, channels: 1, pixels }
}

const total = (spots: Spot[], options = {}) => findInk(paper(spots, options)).total

it('ink is what is clearly darker than the paper around it', () => {
  const spot = { x: 50, y: 50, width: 10, height: 10 }
  expect(total([spot])).toBe(100)
  expect(total([{ ...spot, shade: 209 }])).toBe(100)
  expect(total([{ ...spot, shade: 210 }])).toBe(0)
  expect(total([{ ...spot, shade: 150 }], { ground: 180 })).toBe(0)
  expect(total([{ ...spot, shade: 100 }], { ground: 180 })).toBe(100)
})

it('each part of a page is measured by its own paper: shadows are no ink', () => {
  const shadow = { x: 0, y: 0, width: 96, height: 200, shade: 120 }
  expect(total([shadow])).toBe(0)
  expect(total([shadow, { x: 40, y: 40, width: 5, height: 5 }])).toBe(25)
})

it('a few bright points do not make a dark part paper', () => {
  // An eighth of a part of 32 by 32 is 128 points.
  const dark = { x: 32, y: 32, width: 32, height: 32, shade: 100 }
  expect(total([dark, { x: 32, y: 32, width: 32, height: 3, shade: 255 }])).toBe(0)
  expect(total([dark, { x: 32, y: 32, width: 32, height: 4, shade: 255 }])).toBe(28 * 32)
})

it('what lies at the edge of the sheet is left out', () => {
  for (const spot of [
    { x: 0, y: 50, width: edge, height: 20 },
    { x: side - edge, y: 50, width: edge, height: 20 },
    { x: 50, y: 0, width: 20, height: edge },
    { x: 50, y: side - edge, width: 20, height: edge },
  ])
    expect(total([spot])).toBe(0)
  expect(total([{ x: edge, y: edge, width: 1, height: 1 }])).toBe(1)
})

it('rules are no print: unbroken ink longer than any letter, in either direction', () => {
  expect(total([{ x: 20, y: 50, width: 43, height: 1 }])).toBe(0)
  expect(total([{ x: 20, y: 50, width: 42, height: 1 }])).toBe(42)
  expect(total([{ x: 50, y: 20, width: 1, height: 43 }])).toBe(0)
  expect(total([{ x: 50, y: 20, width: 1, height: 42 }])).toBe(42)
  // Up to the edge of what is looked at.
  expect(total([{ x: side - 60, y: 50, width: 60, height: 2 }])).toBe(0)
  const broken = { x: 20, y: 50, width: 100, height: 1 }
  expect(
    total([
      broken,
      { x: 55, y: 50, width: 1, height: 1, shade: 255 },
      { x: 90, y: 50, width: 1, height: 1, shade: 255 },
    ]),
  ).toBe(98)
})

/** A box in points whose ink, slack included, is that of these pixels. */
function boxOf({ x, y, width, height }: Spot) {
  return { x: x / inkScale, y: y / inkScale, width: width / inkScale, height: height / inkScale }
}

it('the ink in a box is counted with a little around it, by a quarter of its height, four points at most', () => {
  const map = findInk(paper([{ x: 40, y: 40, width: 30, height: 30 }]))
  const boxes = (height: number) =>
    inkIn({ map, box: { x: 0, y: 60 / inkScale, width: side / inkScale, height } })
  // 10 points high from pixel 60: 2.5 around, so from 56.5 to 77.5, of which the ink has 56 to 69.
  expect(boxes(10)).toBe(14 * 30)
  // 40 points high: 4 around and not 10, so from 54.4.
  expect(boxes(40)).toBe(16 * 30)
  expect(inkIn({ map, box: boxOf({ x: 120, y: 120, width: 20, height: 10 }) })).toBe(0)
  expect(inkIn({ map, box: { x: -50, y: -50, width: 500, height: 500 } })).toBe(900)
})

it('the share of all ink in boxes counts each point once', () => {
  const map = findInk(
    paper([
      { x: 20, y: 20, width: 10, height: 10 },
      { x: 120, y: 120, width: 10, height: 30 },
    ]),
  )
  const first = boxOf({ x: 20, y: 20, width: 10, height: 10 })
  const second = boxOf({ x: 120, y: 120, width: 10, height: 30 })
  expect(accountedShare({ map, boxes: [first] })).toBeCloseTo(0.25)
  expect(accountedShare({ map, boxes: [first, first] })).toBeCloseTo(0.25)
  expect(accountedShare({ map, boxes: [first, second] })).toBe(1)
  expect(accountedShare({ map, boxes: [] })).toBe(0)
  expect(accountedShare({ map: findInk(paper([])), boxes: [] })).toBe(1)
})
