import 'server-only'
import { open, writeFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { reportProgress } from '@/base/guarded-process/serve-tasks'
import { type PagePicture, writePicturePdf } from '../../picture-pdf'
import { maxUploadBytes } from '../../upload-policy'
import { refuseBroken, refuseHuge } from '../inspect-image'
import {
  type Conversion,
  InspectionError,
  maxImagePixels,
  maxPicturePages,
  maxPixelsOfPages,
} from '../inspector-protocol'
import { readTiffPictures, type TiffPicture } from './tiff-directories'

/** None, CCITT in its three forms, LZW, JPEG, PackBits, and Deflate by both of its numbers: what sharp's libtiff is built with. */
const readableCompressions = [1, 2, 3, 4, 5, 7, 8, 32_773, 32_946]

/** Print survives it, and colour is kept for every pixel. */
const jpeg = { quality: 88, chromaSubsampling: '4:4:4' }

/** One picture becomes PNG where it is black and white and JPEG where not; several become a PDF. Throws InspectionError. */
export async function convertTiff({ path, target }: { path: string; target: string }): Promise<Conversion> {
  const all = await readTiffPictures(path)
  const pictures = all.filter(({ isReduced }) => !isReduced)
  const [first] = pictures
  if (!first) throw new InspectionError('unreadable')
  refuseTooMuch(pictures)
  const counts = { pages: pictures.length, pictures: pictures.length }
  if (pictures.length > 1) {
    await writePdf({ path, pictures, target })
    return { contentType: 'application/pdf', ...counts }
  }
  return { contentType: await writeOne({ path, picture: first, target }), ...counts }
}

function refuseTooMuch(pictures: TiffPicture[]): void {
  if (pictures.length > maxPicturePages) throw new InspectionError('pages')
  let pixels = 0
  for (const { width, height, compression } of pictures) {
    refuseHuge({ width, height })
    pixels += width * height
    if (!readableCompressions.includes(compression)) {
      throw new InspectionError('kind', { cause: `TIFF compression ${compression}` })
    }
  }
  if (pixels > maxPixelsOfPages) throw new InspectionError('pages')
}

type Page = { path: string; picture: TiffPicture }

async function writeOne({ target, ...page }: Page & { target: string }) {
  const { isOneBit, width, height, resolution } = page.picture
  const image = openPage(page)
  // Fax machines have more dots across than down.
  const isSquare = !resolution || Math.abs(resolution.x / resolution.y - 1) < 0.02
  if (!isSquare) {
    const stretched = Math.round((height * resolution.x) / resolution.y)
    refuseHuge({ width, height: stretched })
    image.resize({ width, height: stretched, fit: 'fill', kernel: 'nearest' })
  }
  const written = isOneBit
    ? image.toColourspace('b-w').png({ palette: true, colours: 2 })
    : paint(page, image).jpeg(jpeg)
  await writeFile(target, await refuseBroken(written.toBuffer()))
  return isOneBit ? ('image/png' as const) : ('image/jpeg' as const)
}

type Pages = { path: string; pictures: TiffPicture[]; target: string }

async function writePdf({ path, pictures, target }: Pages): Promise<void> {
  const pdf = writePicturePdf()
  const file = await open(target, 'w')
  let written = 0
  const write = async (piece: Uint8Array) => {
    written += piece.length
    if (written > maxUploadBytes) throw new InspectionError('size')
    await file.writeFile(piece)
  }
  try {
    await write(pdf.begin())
    for (const picture of pictures) {
      await write(pdf.page(await toPage({ path, picture })))
      reportProgress()
    }
    await write(pdf.end())
  } finally {
    await file.close()
  }
}

async function toPage(page: Page): Promise<PagePicture> {
  const { isOneBit, isGrey, resolution } = page.picture
  const image = openPage(page)
  const drawn = isOneBit ? image.toColourspace('b-w').raw() : paint(page, image).jpeg(jpeg)
  const { data, info } = await refuseBroken(drawn.toBuffer({ resolveWithObject: true }))
  const { width, height, channels } = info
  return {
    data: isOneBit ? deflateSync(packBits({ pixels: data, width, height, channels })) : data,
    kind: isOneBit ? 'bits' : 'jpeg',
    colours: isGrey ? 'DeviceGray' : 'DeviceRGB',
    width,
    height,
    ...(resolution ? { resolution: turnedLike({ page, width, resolution }) } : {}),
  }
}

/** What was turned upright by a quarter has its dots the other way round. */
function turnedLike(turned: { page: Page; width: number; resolution: { x: number; y: number } }) {
  const { x, y } = turned.resolution
  return turned.width === turned.page.picture.width ? { x, y } : { x: y, y: x }
}

function openPage({ path, picture }: Page): Sharp {
  const { index } = picture
  // Without an angle, sharp turns the picture as its orientation says.
  return sharp(path, { page: index, limitInputPixels: maxImagePixels, failOn: 'error' }).rotate()
}

/** On white, in eight bits of what eyes see. */
function paint({ picture }: Page, image: Sharp): Sharp {
  const painted = image.flatten({ background: 'white' })
  return picture.isGrey ? painted.toColourspace('b-w') : painted.toColourspace('srgb')
}

type Pixels = { pixels: Buffer; width: number; height: number; channels: number }

/** Eight pixels to a byte, each row beginning anew (ISO 32000-1 §8.9.3). */
function packBits({ pixels, width, height, channels }: Pixels): Buffer {
  const rowBytes = Math.ceil(width / 8)
  const bits = Buffer.alloc(rowBytes * height)
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if ((pixels[(row * width + column) * channels] ?? 0) < 128) continue
      const at = row * rowBytes + (column >> 3)
      bits[at] = (bits[at] ?? 0) | (0x80 >> (column & 7))
    }
  }
  return bits
}
