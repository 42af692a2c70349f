import { beforeEach, expect, it, vi } from 'vitest'
import type { Picture } from '../picture'
import { findLines, medianHeight, refineLines } from './find-lines'
import { type LineFrame, lengthOf } from './line-frame'

const { looks } = vi.hoisted(() => ({ looks: [] as { width: number; height: number; blue: number }[] }))

// A network that takes dark points for print.
vi.mock('../models', () => ({
  modelPaths: { detection: 'detection' },
  runNetwork: async ({
    values,
    shape,
  }: {
    values: Float32Array
    shape: [number, number, number, number]
  }) => {
    const [, , height, width] = shape
    looks.push({ width, height, blue: values[0] ?? 0 })
    return { values: values.slice(0, width * height).map((value) => (value < 0 ? 0.9 : 0)), shape }
  },
}))
beforeEach(() => {
  looks.length = 0
})

type Bar = { x: number; y: number; width: number; height: number }

/** White, with black bars for lines of print. */
function paper(width: number, height: number, bars: Bar[]): Picture {
  const pixels = Buffer.alloc(width * height * 3, 255)
  for (const bar of bars)
    for (let y = bar.y; y < bar.y + bar.height; y += 1)
      pixels.fill(0, (y * width + bar.x) * 3, (y * width + bar.x + bar.width) * 3)
  return { width, height, channels: 3, pixels }
}

const middles = (lines: LineFrame[]) =>
  lines.map(({ origin, along, across }) => ({
    x: Math.round(origin.x + (along.x + across.x) / 2),
    y: Math.round(origin.y + (along.y + across.y) / 2),
  }))

it('lines are found at their places in the pixels of the picture, though it was looked at smaller', async () => {
  const bars = [
    { x: 400, y: 300, width: 800, height: 60 },
    { x: 400, y: 1500, width: 400, height: 60 },
  ]
  const lines = await findLines(paper(2000, 2560, bars))
  const [first, second] = middles(lines)
  expect(Math.abs((first?.x ?? 0) - 800)).toBeLessThan(12)
  expect(Math.abs((first?.y ?? 0) - 330)).toBeLessThan(12)
  expect(Math.abs((second?.y ?? 0) - 1530)).toBeLessThan(12)
  expect(lines).toHaveLength(2)
  expect(Math.abs(lengthOf(lines[0]?.along ?? { x: 0, y: 0 }) - 860)).toBeLessThan(60)
})

it('no look is longer than 1,280 points, holds more than a reading process bears, or has odd sides', async () => {
  await findLines(paper(2000, 2560, []))
  await findLines(paper(600, 4800, []))
  for (const { width, height } of looks) {
    expect(width % 32).toBe(0)
    expect(height % 32).toBe(0)
    expect(width * height).toBeLessThan(700_000)
  }
  expect(looks.slice(0, 2).map(({ width }) => width)).toEqual([992, 992])
})

it('a small picture is not made larger at first', async () => {
  await findLines(paper(320, 640, []))
  expect(looks).toMatchObject([{ width: 320, height: 640 }])
})

it('each line of a roll of paper is found once, also where two bands overlap', async () => {
  const bars = Array.from({ length: 40 }, (_, row) => ({ x: 100, y: 60 + row * 120, width: 400, height: 40 }))
  const lines = await findLines(paper(600, 4900, bars))
  expect(looks.length).toBeGreaterThan(3)
  expect(looks.every(({ width }) => width === 608)).toBe(true)
  const rows = middles(lines).map(({ y }) => Math.round((y - 80) / 120))
  expect(rows).toEqual(bars.map((_, row) => row))
})

it('a roll wider than 736 points is looked at that wide', async () => {
  await findLines(paper(1000, 3100, []))
  expect(looks.every(({ width }) => width === 736)).toBe(true)
})

it('the height of print is that of the middle line, by its shorter side', () => {
  const line = (length: number, height: number): LineFrame => ({
    origin: { x: 0, y: 0 },
    along: { x: length, y: 0 },
    across: { x: 0, y: height },
  })
  expect(medianHeight([line(90, 12), line(80, 40), line(10, 70)])).toBe(12)
  expect(medianHeight([line(90, 12), line(80, 40)])).toBe(40)
  expect(medianHeight([])).toBe(0)
})

const lineOf = (height: number): LineFrame => ({
  origin: { x: 0, y: 0 },
  along: { x: 300, y: 0 },
  across: { x: 0, y: height },
})

it('print that is large enough, and a large picture without print, are not looked at again', async () => {
  const picture = paper(1280, 1280, [])
  const large = [lineOf(13)]
  expect(await refineLines({ picture, lines: large })).toBe(large)
  expect(await refineLines({ picture, lines: [] })).toEqual([])
  expect(looks).toEqual([])
})

it('small print is looked at as much larger as it takes, three times at most', async () => {
  const picture = paper(700, 700, [])
  await refineLines({ picture, lines: [lineOf(11)] })
  expect(Math.abs((looks[0]?.width ?? 0) - 1400)).toBeLessThanOrEqual(16)
  looks.length = 0
  await refineLines({ picture, lines: [lineOf(2)] })
  expect(Math.abs((looks[0]?.width ?? 0) - 2100)).toBeLessThanOrEqual(16)
})

it('a small picture is always looked at again: a first look may make one blot of its print', async () => {
  await refineLines({ picture: paper(600, 300, []), lines: [lineOf(60)] })
  expect(Math.abs((looks[0]?.width ?? 0) - 1280)).toBeLessThanOrEqual(16)
})

it('the network is given blue first, in its own measure', async () => {
  const blue = paper(64, 64, [])
  for (let at = 0; at < blue.pixels.length; at += 3) blue.pixels.set([0, 0, 255], at)
  await findLines(blue)
  expect(looks[0]?.blue).toBeCloseTo((1 - 0.485) / 0.229, 4)
})
