import { beforeEach, expect, it, vi } from 'vitest'
import type { LineFrame } from './lines/line-frame'
import type { Picture } from './picture'
import { turnUpright } from './turn-upright'

const seen = vi.hoisted(() => ({
  /** The lines that each look finds, one look after the other. */
  lines: [] as LineFrame[][],
  /** How likely each strip is upside down. */
  upsideDown: [] as number[],
  looks: [] as { width: number; height: number }[],
  asked: 0,
}))

vi.mock('./lines/find-lines', () => ({
  findLines: async ({ width, height }: Picture) => {
    seen.looks.push({ width, height })
    return seen.lines.shift() ?? []
  },
}))
vi.mock('./models', () => ({
  modelPaths: { direction: 'direction' },
  runNetwork: async ({ shape }: { shape: number[] }) => {
    seen.asked = shape[0] ?? 0
    return { values: Float32Array.from(seen.upsideDown.flatMap((value) => [1 - value, value])), shape }
  },
}))
beforeEach(() => Object.assign(seen, { lines: [], upsideDown: [], looks: [], asked: 0 }))

const picture: Picture = { width: 60, height: 40, channels: 1, pixels: Buffer.alloc(60 * 40) }
const level: LineFrame = { origin: { x: 2, y: 2 }, along: { x: 40, y: 0 }, across: { x: 0, y: 8 } }
const standing: LineFrame = { origin: { x: 2, y: 38 }, along: { x: 0, y: -30 }, across: { x: 8, y: 0 } }
const spot: LineFrame = { origin: { x: 2, y: 8 }, along: { x: 0, y: -7 }, across: { x: 5, y: 0 } }

it('a page that is upright is left as it is, looked at once', async () => {
  Object.assign(seen, { lines: [[level, level]], upsideDown: [0.1, 0.9] })
  const upright = await turnUpright(picture)
  expect(upright).toMatchObject({ turned: 0, lines: [level, level] })
  expect(upright.picture).toBe(picture)
  expect(seen.looks).toHaveLength(1)
})

it('a page whose lines mostly stand is turned by three quarters, and its lines are found anew', async () => {
  Object.assign(seen, { lines: [[standing, standing, level], [level]], upsideDown: [0] })
  expect(await turnUpright(picture)).toMatchObject({
    turned: 270,
    lines: [level],
    picture: { width: 40, height: 60 },
  })
  expect(seen.looks[1]).toEqual({ width: 40, height: 60 })
})

it('half of the lines standing are not most of them, and spots do not count', async () => {
  Object.assign(seen, { lines: [[standing, level, spot, spot]], upsideDown: [0] })
  expect((await turnUpright(picture)).turned).toBe(0)
})

it('a page whose lines are mostly upside down is turned by a half', async () => {
  Object.assign(seen, { lines: [[level, level, level], [level]], upsideDown: [0.8, 0.71, 0.2] })
  expect((await turnUpright(picture)).turned).toBe(180)
})

it('what is not surely upside down counts as upright', async () => {
  Object.assign(seen, { lines: [[level, level]], upsideDown: [0.7, 0.69] })
  expect((await turnUpright(picture)).turned).toBe(0)
})

it('a page that stands the other way comes to a quarter turn in the end', async () => {
  Object.assign(seen, { lines: [[standing], [level], [level]], upsideDown: [0.9] })
  expect((await turnUpright(picture)).turned).toBe(90)
})

it('twelve lines are asked at most, and a page without lines not at all', async () => {
  Object.assign(seen, { lines: [Array(30).fill(level)], upsideDown: Array(12).fill(0) })
  await turnUpright(picture)
  expect(seen.asked).toBe(12)
  Object.assign(seen, { lines: [[]], asked: 0 })
  expect(await turnUpright(picture)).toMatchObject({ turned: 0, lines: [] })
  expect(seen.asked).toBe(0)
})
