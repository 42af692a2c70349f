import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { Picture } from '../picture/picture'
import { toTiff } from './tiff'

const picture = (width: number, height: number): Picture => ({
  width,
  height,
  channels: 1,
  pixels: Buffer.from(Array.from({ length: width * height }, (_, at) => (at * 37) % 256)),
})

it('each page is read back by others with its size and its very points', async () => {
  const pages = [picture(5, 3), picture(4, 4), picture(7, 3)]
  const tiff = toTiff(pages)
  for (const [page, { width, height, pixels }] of pages.entries()) {
    const { data, info } = await sharp(tiff, { page })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(info).toMatchObject({ width, height, channels: 1 })
    expect(data.equals(pixels)).toBe(true)
  }
  expect((await sharp(tiff).metadata()).pages).toBe(3)
})

it('each page and each directory begins at an even byte, as the format asks', () => {
  const tiff = toTiff([picture(3, 3), picture(3, 3)])
  const first = tiff.readUInt32LE(4)
  const next = tiff.readUInt32LE(first + 2 + 9 * 12)
  expect([first % 2, next % 2, next > first]).toEqual([0, 0, true])
  expect(tiff.readUInt32LE(next + 2 + 9 * 12)).toBe(0)
})
