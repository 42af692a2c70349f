import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { readBmp } from '@/base/bitmap/read-bmp'
import type { AcceptedContentType } from '@/base/contract'
import { DocumentError } from '../document-error'
import { readingLimits } from '../limits'
import { findApngFrames } from './apng-frames'
import { type Picture, toPicture, toSharp } from './picture'

type ImageFile = { path: string; contentType: AcceptedContentType }

/** Standard deviation of brightness below which paper is blank. */
const blankDeviation = 2
const framesTried = 30
/** As large as an A4 page at 400 dpi; print gains nothing beyond. */
const mostPixels = 16_000_000

/**
 * Opens a picture of a page, upright as the camera says, on white; of an animation, the first frame with print.
 * `scale` is the factor by which a large one was made smaller.
 * @throws DocumentError when it is damaged or its dimensions are beyond the limit.
 */
export async function openImage(file: ImageFile): Promise<{ picture: Picture; scale: number }> {
  try {
    const image = await (file.contentType === 'image/bmp' ? openBmp(file.path) : openFrame(file))
    return await toReadableSize(image.flatten({ background: 'white' }))
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause
    throw new DocumentError('The image is damaged and cannot be opened.', { cause })
  }
}

async function toReadableSize(image: Sharp): Promise<{ picture: Picture; scale: number }> {
  const { width, height } = sizeOf(await image.metadata())
  const scale = Math.min(1, Math.sqrt(mostPixels / (width * height)))
  const picture = await toPicture(scale < 1 ? image.resize({ width: Math.round(width * scale) }) : image)
  return { picture, scale: picture.width / width }
}

/** Upright, as the EXIF orientation says. */
function sizeOf({
  width,
  height,
  autoOrient,
}: {
  width: number
  height: number
  autoOrient?: { width: number; height: number }
}) {
  return autoOrient ?? { width, height }
}

async function openBmp(path: string): Promise<Sharp> {
  return toSharp(await readBmp({ path, checkSize: refuseOddSizes }))
}

async function openFrame({ path, contentType }: ImageFile): Promise<Sharp> {
  const { width, height, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata()
  refuseOddSizes({ width, height })
  const first = decode(path)
  if (!(await isBlank(first))) return first
  const others =
    contentType === 'image/png'
      ? findApngFrames(await readFile(path)).map((frame) => decode(frame))
      : Array.from({ length: pages - 1 }, (_, index) => decode(path, index + 1))
  for (const frame of others.slice(0, framesTried)) if (!(await isBlank(frame))) return frame
  return first
}

function decode(source: string | Buffer, page = 0): Sharp {
  // Without an angle, sharp turns the picture as its EXIF orientation says.
  return sharp(source, { limitInputPixels: readingLimits.imagePixels, page, failOn: 'truncated' }).rotate()
}

async function isBlank(image: Sharp): Promise<boolean> {
  const seen = await image
    .clone()
    .flatten({ background: 'white' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { channels } = await sharp(seen.data, { raw: seen.info }).stats()
  return channels.every(({ stdev }) => stdev < blankDeviation)
}

/** A decoder that is given no pixels at all may crash. */
function refuseOddSizes({ width, height }: { width: number; height: number }): void {
  if (width * height === 0) throw new DocumentError('The image is damaged: it has no pixels.')
  if (width * height <= readingLimits.imagePixels) return
  const megapixels = Math.round(readingLimits.imagePixels / 1e6)
  throw new DocumentError(
    `The image has ${width} × ${height} pixels; ${megapixels} megapixels are the limit. Send a smaller one.`,
  )
}
