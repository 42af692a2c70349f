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
