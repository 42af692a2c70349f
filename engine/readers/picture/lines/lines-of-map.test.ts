import { expect, test } from 'vitest'
import { type LineFrame, lengthOf } from './line-frame'
import { findLinesOfMap } from './lines-of-map'

const size = { width: 200, height: 100 }

/** A map with these likelihoods where a shape says so; the last shape wins. */
function mapOf(shapes: { likelihood: number; has: (x: number, y: number) => boolean }[]) {
  const values = new Float32Array(size.width * size.height)
  for (let at = 0; at < values.length; at += 1) {
    const [x, y] = [at % size.width, Math.floor(at / size.width)]
    for (const { likelihood, has } of shapes) if (has(x, y)) values[at] = likelihood
  }
  return { ...size, values }
}

const bar = { likelihood: 0.9, has: (x: number, y: number) => x >= 40 && x <= 140 && y >= 30 && y <= 40 }

function centreOf({ origin, along, across }: LineFrame) {
  return { x: origin.x + (along.x + across.x) / 2, y: origin.y + (along.y + across.y) / 2 }
}

test('a bar in the map is a line that reaches beyond it by area × 1.6 / perimeter', () => {
  const [line, ...others] = findLinesOfMap(mapOf([bar]))
  expect(others).toEqual([])
  const beyond = (100 * 10 * 1.6) / 220
  expect(line?.along.x).toBeCloseTo(100 + 2 * beyond)
  expect(line?.across.y).toBeCloseTo(10 + 2 * beyond)
  expect(line && centreOf(line)).toEqual({ x: expect.closeTo(90), y: expect.closeTo(35) })
})

test('a slanted bar is a line of its own direction', () => {
  const [cos, sin] = [Math.cos(0.3), Math.sin(0.3)]
  const has = (x: number, y: number) => {
    const [right, down] = [(x - 100) * cos + (y - 50) * sin, (y - 50) * cos - (x - 100) * sin]
    return Math.abs(right) <= 60 && Math.abs(down) <= 6
  }
  const [line] = findLinesOfMap(mapOf([{ likelihood: 0.9, has }]))
  expect(line && Math.atan2(line.along.y, line.along.x)).toBeCloseTo(0.3, 1)
  expect(line && lengthOf(line.along)).toBeGreaterThan(lengthOf(line?.across ?? { x: 0, y: 0 }) * 4)
})

test('a bar that stands is read upwards', () => {
  const has = (x: number, y: number) => x >= 90 && x <= 98 && y >= 10 && y <= 90
  const [line] = findLinesOfMap(mapOf([{ likelihood: 0.9, has }]))
  expect(line?.along.y).toBeLessThan(-80)
  expect(line?.across.x).toBeGreaterThan(8)
})

test('specks and what is hardly likely are no lines', () => {
  const speck = { likelihood: 0.9, has: (x: number, y: number) => x < 3 && y < 3 }
  const faint = { likelihood: 0.4, has: (_: number, y: number) => y > 80 }
  expect(findLinesOfMap(mapOf([speck, faint]))).toEqual([])
})

test('a lone digit, taller than wide, is read from left to right', () => {
  const has = (x: number, y: number) => x >= 90 && x <= 96 && y >= 40 && y <= 56
  const [line] = findLinesOfMap(mapOf([{ likelihood: 0.9, has }]))
  expect(line?.along.y).toBeCloseTo(0)
  expect(line?.across.y).toBeGreaterThan(16)
})
