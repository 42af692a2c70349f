import { expect, it } from 'vitest'
import type { GreyPicture } from './grey-picture'
import { removeRules } from './remove-rules'

const width = 240
const height = 100

it('a rule across the page is wiped out, letters stay', () => {
  const picture = blank()
  fill({ picture, left: 0, top: 50, right: width, bottom: 52 })
  fill({ picture, left: 30, top: 20, right: 33, bottom: 29 })
  const pixels = removeRules(picture).pixels
  expect(pixels[50 * width + 100]).toBe(255)
  expect(pixels[25 * width + 31]).toBe(0)
})

it('a block of ink is no rule', () => {
  const picture = blank()
  fill({ picture, left: 0, top: 40, right: width, bottom: 70 })
  expect(removeRules(picture).pixels[55 * width + 100]).toBe(0)
})

function blank(): GreyPicture {
  return { width, height, pixels: Buffer.alloc(width * height, 255) }
}

function fill({
  picture,
  left,
  top,
  right,
  bottom,
}: {
  picture: GreyPicture
  left: number
  top: number
  right: number
  bottom: number
}): void {
  for (let y = top; y < bottom; y += 1) picture.pixels.fill(0, y * width + left, y * width + right)
}
