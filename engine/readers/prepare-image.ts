import sharp, { type Sharp } from 'sharp'
import { readingLimits } from './limits'
import type { QuarterTurn } from './reading'

export type GreyPicture = { width: number; height: number; pixels: Buffer }

/** A raw grey picture as sharp takes it. */
export function toSharp({ width, height, pixels }: GreyPicture): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 1 } })
}

export async function toGreyPicture(image: Sharp): Promise<GreyPicture> {
  const { data, info } = await image.greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}

export async function turnPicture({
  picture,
  degrees,
}: {
  picture: GreyPicture
  degrees: QuarterTurn
}): Promise<GreyPicture> {
  return degrees === 0 ? picture : toGreyPicture(toSharp(picture).rotate(degrees))
}

/** Paper without print: its brightness hardly varies, so reading it would only find dirt. */
export async function isBlank(picture: GreyPicture): Promise<boolean> {
  const { channels } = await toSharp(picture).stats()
  return (channels[0]?.stdev ?? 0) < 2
}

/** Below this long side, print is too small for OCR and the picture is enlarged. */
const smallLongSidePx = 2_000

/** Of a size that OCR reads well. `scale` is the factor by which it grew. */
export async function enlargeForOcr(picture: GreyPicture): Promise<{ enlarged: GreyPicture; scale: number }> {
  const longSide = Math.max(picture.width, picture.height)
  const wanted = longSide < smallLongSidePx ? 1.5 : Math.min(1, readingLimits.ocrLongSidePx / longSide)
  const width = Math.max(1, Math.round(picture.width * wanted))
  const enlarged = await toGreyPicture(toSharp(picture).resize({ width, kernel: 'cubic' }))
  return { enlarged, scale: enlarged.width / picture.width }
}
