import { open, readFile } from 'node:fs/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import sharp, { type Sharp } from 'sharp'
import type { AcceptedContentType } from '@/lib/docutray/contract'
import { DocumentError } from '../pipeline/document-error'
import { readingLimits } from './limits'
import { type Picture, toPicture } from './picture/picture'
import { readPicture } from './picture/read-picture'
import type { Reading } from './reading'

/**
 * Reads a picture of a page by OCR. Animated pictures: the first frame.
 * @throws DocumentError when it is damaged or its dimensions are beyond the limit.
 */
export async function readImage({
  path,
  contentType,
}: {
  path: string
  contentType: AcceptedContentType
}): Promise<Reading> {
  const { isTooSmall, ...page } = await readPicture(await loadPicture({ path, contentType }))
  return {
    pages: [{ ...page, number: 1, source: 'ocr' }],
    attachments: [],
    notices: isTooSmall ? [{ code: 'print.too_small', pages: [1] }] : [],
  }
}

async function loadPicture(input: { path: string; contentType: AcceptedContentType }): Promise<Picture> {
  try {
    const image = input.contentType === 'image/bmp' ? await openBmp(input.path) : await openImage(input.path)
    return await toPicture(image.flatten({ background: 'white' }))
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause
    throw new DocumentError('The image is damaged and cannot be opened.', { cause })
  }
}

async function openImage(path: string): Promise<Sharp> {
  const image = sharp(path, { limitInputPixels: readingLimits.imagePixels, pages: 1, failOn: 'truncated' })
  const { width, height } = await sharp(path, { limitInputPixels: false }).metadata()
  refuseOddSizes({ width, height })
  // Without an angle, sharp turns the picture as its EXIF orientation says.
  return image.rotate()
}

/** sharp reads no BMP; canvas does, but asks no questions, so the header is looked at first. */
async function openBmp(path: string): Promise<Sharp> {
  refuseOddSizes(await readBmpSize(path))
  const image = await loadImage(await readFile(path))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  return sharp(Buffer.from(data.buffer), { raw: { width: image.width, height: image.height, channels: 4 } })
}

async function readBmpSize(path: string): Promise<{ width: number; height: number }> {
  const file = await open(path)
  try {
    const header = Buffer.alloc(26)
    await file.read(header, 0, 26, 0)
    // Bottom-up pictures have a negative height.
    return { width: Math.abs(header.readInt32LE(18)), height: Math.abs(header.readInt32LE(22)) }
  } finally {
    await file.close()
  }
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
