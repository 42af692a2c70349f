import { expect, it } from 'vitest'
import type { Picture } from '../picture'
import { toStripInput } from './strip-input'

const grey = (width: number, height: number, shades: number[]): Picture => ({
  width,
  height,
  channels: 1,
  pixels: Buffer.from(shades),
})

it('black is −1 and white 1, in three equal planes for a grey strip', () => {
  const values = toStripInput({ strips: [grey(2, 2, [0, 255, 255, 0])], width: 2 })
  expect([...values]).toEqual([-1, 1, 1, -1, -1, 1, 1, -1, -1, 1, 1, -1])
})

it('a colour strip gives blue first, then green, then red', () => {
  const strip: Picture = { width: 1, height: 2, channels: 3, pixels: Buffer.from([255, 0, 51, 0, 255, 204]) }
  const values = [...toStripInput({ strips: [strip], width: 1 })].map((value) => Math.round(value * 10) / 10)
  expect(values).toEqual([-0.6, 0.6, -1, 1, 1, -1])
})

it('a narrower strip is filled up with grey on its right, a wider one is cut', () => {
  const narrow = grey(1, 2, [255, 255])
  const wide = grey(3, 2, [255, 0, 255, 0, 255, 0])
  const values = [...toStripInput({ strips: [narrow, wide], width: 2 })]
  expect(values.slice(0, 4)).toEqual([1, 0, 1, 0])
  expect(values.slice(12, 16)).toEqual([1, -1, -1, 1])
  expect(values).toHaveLength(2 * 3 * 4)
})

it('no strips are no values', () => {
  expect(toStripInput({ strips: [], width: 48 })).toHaveLength(0)
})
