import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Pictures made to break a reader, by what is wrong with them. */
export const hostilePictures: Record<string, () => Promise<Buffer> | Buffer> = {
  'a PNG of 50,000 × 50,000 pixels': () => png({ width: 50_000, height: 50_000, rows: 10 }),
  'a PNG just below the limit of pixels': () => png({ width: 10_000, height: 9_999, rows: 9_999 }),
  'a PNG that unpacks to more than it has pixels': () => png({ width: 100, height: 100, rows: 500_000 }),
  'a PNG one pixel high': () => png({ width: 99_000, height: 1, rows: 1 }),
  'a BMP of no size': () => bmp({ width: 0, height: 0 }),
  'a BMP of negative size': () => bmp({ width: -2_147_483_648, height: -2_147_483_648 }),
  'a BMP whose pixels are not there': () => bmp({ width: 9_000, height: 9_000 }),
  'a GIF of three thousand frames': () => animation('gif'),
  'a WebP of three thousand frames': () => animation('webp'),
  'a JPEG of noise': () => noise(),
}

function png(input: { width: number; height: number; rows: number }): Buffer {
  const { width, height, rows } = input
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits of grey.
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk({ type: 'IHDR', data: header }),
    chunk({ type: 'IDAT', data: deflateSync(Buffer.alloc(rows * (width + 1))) }),
    chunk({ type: 'IEND', data: Buffer.alloc(0) }),
  ])
}

function chunk({ type, data }: { type: string; data: Buffer }): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

function bmp({ width, height }: { width: number; height: number }): Buffer {
  const file = Buffer.alloc(58)
  file.write('BM')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  return file
}

/** Every frame another grey, so that none can be left out. */
function animation(format: 'gif' | 'webp'): Promise<Buffer> {
  const [sidePx, frames] = [16, 3_000]
  const pixels = Buffer.concat(
    Array.from({ length: frames }, (_, frame) =>
      Buffer.alloc(sidePx * sidePx * 3, frame % 2 ? 255 : frame % 200),
    ),
  )
  const raw = { width: sidePx, height: sidePx * frames, channels: 3 as const, pageHeight: sidePx }
  return sharp(pixels, { raw, limitInputPixels: false }).toFormat(format, { loop: 0 }).toBuffer()
}

/** Nothing but specks, as many as there is room for. */
function noise(): Promise<Buffer> {
  const [width, height] = [2_400, 3_200]
  const pixels = Buffer.alloc(width * height)
  let seed = 1
  for (let at = 0; at < pixels.length; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    pixels[at] = seed >> 23
  }
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .jpeg()
    .toBuffer()
}
