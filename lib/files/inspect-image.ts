import 'server-only'
import { open, readFile, writeFile } from 'node:fs/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import sharp, { type Sharp } from 'sharp'
import type { AcceptedContentType } from '../docutray/contract'
import { InspectionError, maxImagePixels, thumbnailWidthPx } from './inspector-protocol'

type Picture = { path: string; contentType: AcceptedContentType }

/** Decodes the whole picture (of an animation the first frame) and throws it away. Throws InspectionError. */
export async function checkImage(picture: Picture): Promise<void> {
  const image = await openImage(picture)
  await refuseBroken(image.resize({ width: 16 }).raw().toBuffer())
}

/** Draws the picture upright on white as WebP at `target`. Throws InspectionError. */
export async function drawImageThumbnail({
  target,
  ...picture
}: Picture & { target: string }): Promise<void> {
  const image = await openImage(picture)
  const small = image.resize({ width: thumbnailWidthPx, height: thumbnailWidthPx * 3, fit: 'inside' })
  const drawn = await refuseBroken(small.flatten({ background: 'white' }).webp({ quality: 80 }).toBuffer())
  await writeFile(target, drawn)
}

async function openImage({ path, contentType }: Picture): Promise<Sharp> {
  if (contentType === 'image/bmp') return openBmp(path)
  const { width, height } = await refuseBroken(sharp(path, { limitInputPixels: false }).metadata())
  refuseHuge({ width, height })
  // Without an angle, sharp turns the picture as its EXIF orientation says.
  return sharp(path, { limitInputPixels: maxImagePixels, pages: 1, failOn: 'truncated' }).rotate()
}

/** sharp reads no BMP; canvas does, but decodes whatever it is given, so the header is looked at first. */
async function openBmp(path: string): Promise<Sharp> {
  refuseHuge(await readBmpSize(path))
  const image = await refuseBroken(readFile(path).then((bytes) => loadImage(bytes)))
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
    const { bytesRead } = await file.read(header, 0, 26, 0)
    if (bytesRead < 26) throw new InspectionError('unreadable')
    // Pictures stored from the top down have a negative height.
    return { width: Math.abs(header.readInt32LE(18)), height: Math.abs(header.readInt32LE(22)) }
  } finally {
    await file.close()
  }
}

function refuseHuge({ width, height }: { width: number; height: number }): void {
  if (width * height > maxImagePixels) throw new InspectionError('pixels')
}

async function refuseBroken<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (cause) {
    throw new InspectionError('unreadable', { cause })
  }
}
