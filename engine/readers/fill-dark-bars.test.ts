import { expect, test } from 'vitest'
import { fillDarkBars } from './fill-dark-bars'
import type { GreyPicture } from './grey-picture'

const picture = (rows: number[][]): GreyPicture => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  pixels: Buffer.from(rows.flat()),
})

const rowsOf = ({ pixels, width, height }: GreyPicture) =>
  Array.from({ length: height }, (_, y) => [...pixels.subarray(y * width, (y + 1) * width)])

test('black bars take the brightness of what they lie beside', () => {
  const barred = picture([
    [0, 3, 0, 5, 0],
    [0, 2, 200, 100, 9],
    [9, 0, 180, 100, 0],
  ])
  expect(rowsOf(fillDarkBars(barred))).toEqual([
    [177, 177, 150, 150, 117],
    [177, 177, 200, 100, 117],
    [177, 177, 180, 100, 117],
  ])
})

test('a picture without bars is given back as it is, and so is one that is black all over', () => {
  for (const whole of [
    picture([
      [200, 0, 200],
      [0, 0, 90],
    ]),
    picture([
      [0, 0],
      [0, 0],
    ]),
  ]) {
    expect(fillDarkBars(whole)).toBe(whole)
  }
})
