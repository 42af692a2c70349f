import sharp, { type Sharp } from 'sharp'
import type { QuarterTurn, Word } from '../reading'

/** Raw grey (1) or RGB (3), interleaved, row by row. */
export type Picture = { width: number; height: number; channels: 1 | 3; pixels: Buffer }

/** Lengths are in the picture's own pixels after it was turned upright. */
export type PictureReading = {
  width: number
  height: number
  words: Word[]
  /** Degrees clockwise by which the picture was turned. */
  turned: QuarterTurn
  /** There is print, but too small to be read. */
  isTooSmall: boolean
}

/** A raw picture as sharp takes it. */
export function toSharp({ width, height, channels, pixels }: Picture): Sharp {
  return sharp(pixels, { raw: { width, height, channels } })
}

/** Decodes to three channels. */
export async function toPicture(image: Sharp): Promise<Picture> {
  const { data, info } = await image
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3, pixels: data }
}

/** Turns clockwise. */
export async function turnPicture(input: { picture: Picture; degrees: QuarterTurn }): Promise<Picture> {
  const { picture, degrees } = input
  return degrees === 0 ? picture : toPicture(toSharp(picture).rotate(degrees))
}

/** As bright as the eye sees it. */
export function toGrey({ width, height, channels, pixels }: Picture): Picture {
  if (channels === 1) return { width, height, channels, pixels }
  const grey = Buffer.alloc(width * height)
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at * 3, at * 3 + 3)
    grey[at] = 0.299 * red + 0.587 * green + 0.114 * blue + 0.5
  }
  return { width, height, channels: 1, pixels: grey }
}
