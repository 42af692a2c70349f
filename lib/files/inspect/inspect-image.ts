import 'server-only'
import { copyFile, writeFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { readBmp } from '@/base/bitmap/read-bmp'
import type { AcceptedContentType } from '@/base/contract'
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

/** Writes the picture upright as a JPEG at `target`: its own bytes where it is one in colours that all programs show. */
export async function writeJpeg({ target, ...picture }: Picture & { target: string }): Promise<void> {
  if (await isPlainJpeg(picture)) return copyFile(picture.path, target)
  const image = (await openImage(picture)).flatten({ background: 'white' }).toColourspace('srgb')
  const density = await densityOf(picture)
  const jpeg = (density ? image.withMetadata({ density }) : image).jpeg({
    quality: 92,
    chromaSubsampling: '4:4:4',
  })
  await refuseBroken(jpeg.toFile(target))
}

async function isPlainJpeg({ path, contentType }: Picture): Promise<boolean> {
  if (contentType !== 'image/jpeg') return false
  const { format, orientation = 1, space } = await refuseBroken(sharp(path).metadata())
  return format === 'jpeg' && orientation === 1 && (space === 'srgb' || space === 'b-w')
}

async function densityOf({ path, contentType }: Picture): Promise<number | undefined> {
  return contentType === 'image/bmp' ? undefined : (await refuseBroken(sharp(path).metadata())).density
}

async function openImage({ path, contentType }: Picture): Promise<Sharp> {
  if (contentType === 'image/bmp') return openBmp(path)
  const { width, height } = await refuseBroken(sharp(path, { limitInputPixels: false }).metadata())
  refuseHuge({ width, height })
  // Without an angle, sharp turns the picture as its EXIF orientation says.
  return sharp(path, { limitInputPixels: maxImagePixels, pages: 1, failOn: 'truncated' }).rotate()
}

/** sharp reads no BMP. */
async function openBmp(path: string): Promise<Sharp> {
  const { pixels, ...raw } = await refuseBroken(readBmp({ path, checkSize: refuseHuge }))
  return sharp(pixels, { raw })
}

export function refuseHuge({ width, height }: { width: number; height: number }): void {
  if (width * height === 0) throw new InspectionError('unreadable')
  if (width * height > maxImagePixels) throw new InspectionError('pixels')
}

export async function refuseBroken<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (cause) {
    if (cause instanceof InspectionError) throw cause
    throw new InspectionError('unreadable', { cause })
  }
}
