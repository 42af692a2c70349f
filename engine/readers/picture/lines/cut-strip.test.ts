import { describe, expect, it } from 'vitest'
import type { Picture } from '../picture'
import { cutStrip, stripHeightPx, stripWidth } from './cut-strip'
import type { LineFrame } from './line-frame'

function frameOf({ x = 0, y = 0, length = 0, height = 0 }): LineFrame {
  return { origin: { x, y }, along: { x: length, y: 0 }, across: { x: 0, y: height } }
}

/** Grey, each point by its place. */
function paint(width: number, height: number, shade: (x: number, y: number) => number): Picture {
  const pixels = Buffer.from(
    Array.from({ length: width * height }, (_, at) => shade(at % width, Math.floor(at / width))),
  )
  return { width, height, channels: 1, pixels }
}

const at = ({ width, pixels }: Picture, x: number, y: number) => pixels[y * width + x]

describe('the width of a strip', () => {
  it('keeps the proportion of its line', () => {
    expect(stripWidth(frameOf({ length: 200, height: 24 }))).toBe(400)
    expect(stripWidth(frameOf({ length: 100, height: 48 }))).toBe(100)
  })

  it('is a quarter of its height at least and 3,200 at most', () => {
    expect(stripWidth(frameOf({ length: 1, height: 48 }))).toBe(stripHeightPx / 4)
    expect(stripWidth(frameOf({ length: 9_999, height: 10 }))).toBe(3_200)
  })
})

describe('the strip of a line', () => {
  it('is the very part of the picture where it needs no change of size', () => {
    const picture = paint(80, 60, (x, y) => (x * 3 + y) % 256)
    const strip = cutStrip({ picture, frame: frameOf({ x: 10, y: 5, length: 50, height: 48 }), width: 50 })
    expect([strip.width, strip.height, strip.channels]).toEqual([50, 48, 1])
    for (const [x, y] of [
      [0, 0],
      [49, 0],
      [0, 47],
      [49, 47],
      [20, 30],
    ] as const)
      expect(at(strip, x, y)).toBe(at(picture, 10 + x, 5 + y))
  })

  it('mixes the four points around a place that lies between them', () => {
    const picture = paint(60, 50, (x) => (x % 2 === 0 ? 0 : 200))
    const strip = cutStrip({ picture, frame: frameOf({ x: 10.5, length: 20, height: 48 }), width: 20 })
    expect(at(strip, 3, 10)).toBe(100)
    const lower = paint(60, 60, (_, y) => (y % 2 === 0 ? 40 : 80))
    const moved = cutStrip({ picture: lower, frame: frameOf({ y: 1.25, length: 20, height: 48 }), width: 20 })
    expect(at(moved, 5, 0)).toBe(70)
    expect(at(moved, 5, 1)).toBe(50)
  })

  it('goes on with the edge of the picture beyond it', () => {
    const picture = paint(20, 20, (x, y) => (y < 10 ? 30 : 200) + (x < 10 ? 0 : 20))
    const strip = cutStrip({ picture, frame: frameOf({ x: -10, y: -14, length: 40, height: 48 }), width: 40 })
    expect(at(strip, 0, 0)).toBe(30)
    expect(at(strip, 39, 0)).toBe(50)
    expect(at(strip, 0, 47)).toBe(200)
    expect(at(strip, 39, 47)).toBe(220)
  })

  it('averages large print over as many points as it shrinks by', () => {
    const picture = paint(192, 192, (x, y) => ((x + y) % 2 === 0 ? 0 : 100))
    const strip = cutStrip({ picture, frame: frameOf({ length: 96, height: 96 }), width: 48 })
    for (const place of [0, 17, 47]) expect(at(strip, place, place)).toBe(50)
  })

  it('turns print that runs upwards to run to the right', () => {
    const picture = paint(60, 60, (x, y) => x * 4 + (y < 30 ? 0 : 1))
    const frame = { origin: { x: 6, y: 50 }, along: { x: 0, y: -40 }, across: { x: 48, y: 0 } }
    const strip = cutStrip({ picture, frame, width: 40 })
    // Its first column is the picture's lowest row of the line, its rows go to the right there.
    expect(at(strip, 0, 0)).toBe(at(picture, 6, 49))
    expect(at(strip, 39, 0)).toBe(at(picture, 6, 10))
    expect(at(strip, 0, 47)).toBe(at(picture, 53, 49))
  })

  it('keeps the colours apart', () => {
    const pixels = Buffer.from(Array.from({ length: 50 * 50 }, () => [10, 120, 230]).flat())
    const picture: Picture = { width: 50, height: 50, channels: 3, pixels }
    const strip = cutStrip({ picture, frame: frameOf({ length: 48, height: 48 }), width: 48 })
    expect([...strip.pixels.subarray(30 * 3, 30 * 3 + 3)]).toEqual([10, 120, 230])
    expect(strip.pixels).toHaveLength(48 * 48 * 3)
  })
})
