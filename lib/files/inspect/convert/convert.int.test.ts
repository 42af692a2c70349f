import { mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFiumDocument } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { withPdf } from '@/base/pdfium/open-pdf'
import { type FixtureName, fixtureFile, readFixture } from '@/tests/fixtures/fixture'
import { receiptGreys } from '@/tests/fixtures/pictures'
import { type TiffPage, writeTiff } from '@/tests/fixtures/tiff-pages'
import type { ConvertibleContentType } from '../../upload-policy'
import { convertPicture, stopInspectors } from '../inspect'

const folder = await mkdtemp(path.join(tmpdir(), 'convert-'))
const target = path.join(folder, 'converted')
const { greys, width, height } = await receiptGreys(400)
const page: TiffPage = { greys, width, height }
// Each test writes its file to the same place.
sharp.cache(false)
const scan = () => sharp(greys, { raw: { width, height, channels: 1 } })

afterAll(stopInspectors)

async function convert(bytes: Uint8Array, contentType: ConvertibleContentType = 'image/tiff') {
  const file = path.join(folder, 'original')
  await writeFile(file, bytes)
  return convertPicture({ path: file, contentType, target })
}

const convertFixture = async (name: FixtureName) =>
  convertPicture({ path: await fixtureFile(name), contentType: 'image/heic', target })

/** How far two pictures lie apart, of 255, pixel by pixel. */
async function difference(one: Buffer | string, other: Buffer): Promise<number> {
  const size = { width: 200, height: 200, fit: 'fill' } as const
  const [a, b] = await Promise.all(
    [one, other].map((picture) => sharp(picture).resize(size).greyscale().raw().toBuffer()),
  )
  if (!a || !b) throw new Error('no pixels')
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length
}

/** The pages of the converted PDF: their size in points, and what they look like. */
function drawPages() {
  return withPdf({
    source: target,
    use: async ({ module, document, data }) => {
      const pdf = new PDFiumDocument({ module, documentIdx: document, documentPtr: data })
      return Promise.all(
        [...pdf.pages()].map(async (one) => {
          const { originalWidth, originalHeight } = one.getOriginalSize()
          const drawn = await one.render({ scale: 1, render: 'bitmap' })
          const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const
          const picture = await sharp(drawn.data, { raw }).removeAlpha().png().toBuffer()
          return { size: [Math.round(originalWidth), Math.round(originalHeight)], picture }
        }),
      )
    },
  })
}

test.each([
  ['nothing', scan().tiff({ compression: 'none' })],
  ['LZW', scan().tiff({ compression: 'lzw' })],
  ['Deflate', scan().tiff({ compression: 'deflate' })],
  ['PackBits', scan().tiff({ compression: 'packbits' })],
  ['JPEG', scan().tiff({ compression: 'jpeg', quality: 90 })],
  ['LZW in tiles', scan().tiff({ compression: 'lzw', tile: true, tileWidth: 128, tileHeight: 128 })],
  ['LZW of 16 bits', scan().toColourspace('grey16').tiff({ compression: 'lzw' })],
])('a TIFF in greys with %s becomes a JPEG of the same look', async (_name, made) => {
  const conversion = await convert(await made.toBuffer())
  expect(conversion).toEqual({ contentType: 'image/jpeg', pages: 1, pictures: 1 })
  expect(await sharp(target).metadata()).toMatchObject({ format: 'jpeg', width, height, depth: 'uchar' })
  expect(await difference(target, await scan().png().toBuffer())).toBeLessThan(3)
})

test.each(['ccittfax4', 'packbits', 'none'] as const)(
  'a TIFF in black and white with %s becomes a PNG of the same bits',
  async (compression) => {
    const bits = scan().threshold(128).toColourspace('b-w')
    const conversion = await convert(await bits.clone().tiff({ compression, bitdepth: 1 }).toBuffer())
    expect(conversion).toMatchObject({ contentType: 'image/png', pages: 1 })
    expect(await difference(target, await bits.png().toBuffer())).toBe(0)
  },
)

test('colours stay, what shines through becomes white, and the picture stands upright', async () => {
  const background = { r: 200, g: 30, b: 40, alpha: 0.5 }
  const made = sharp({ create: { width: 60, height: 40, channels: 4, background } })
  await convert(await made.withMetadata({ orientation: 6 }).tiff({ compression: 'lzw' }).toBuffer())
  const { data, info } = await sharp(target).raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height, info.channels]).toEqual([40, 60, 3])
  for (const [at, value] of [228, 143, 148].entries()) {
    expect(Math.abs(data.readUInt8(at) - value)).toBeLessThan(6)
  }
})

test('a TIFF of several pages becomes a PDF of them, each in its true size and without smaller copies', async () => {
  const fax = { ...page, isOneBit: true, resolution: { x: 200, y: 100 } }
  const small = { ...page, isReduced: true }
  const conversion = await convert(writeTiff({ pages: [fax, small, page] }))
  expect(conversion).toEqual({ contentType: 'application/pdf', pages: 2, pictures: 2 })
  const [first, second] = await drawPages()
  expect(first?.size).toEqual([Math.round((width / 200) * 72), Math.round((height / 100) * 72)])
  expect(Math.max(...(second?.size ?? []))).toBeGreaterThanOrEqual(842)
  expect(await difference(first?.picture ?? '', await scan().threshold(128).png().toBuffer())).toBeLessThan(
    12,
  )
  expect(await difference(second?.picture ?? '', await scan().png().toBuffer())).toBeLessThan(12)
})

test('one page of a fax, twice as dense across as down, gets its true shape', async () => {
  const fax = { ...page, isOneBit: true, resolution: { x: 200, y: 100 } }
  expect(await convert(writeTiff({ pages: [fax] }))).toMatchObject({ contentType: 'image/png', pages: 1 })
  expect(await sharp(target).metadata()).toMatchObject({ width, height: height * 2 })
})

test('a HEIC becomes a JPEG in its colours', async () => {
  expect(await convertFixture('page.heic')).toEqual({ contentType: 'image/jpeg', pages: 1, pictures: 1 })
  expect(await sharp(target).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 320 })
  const square = await sharp(target).extract({ left: 40, top: 40, width: 1, height: 1 }).raw().toBuffer()
  expect(square.readUInt8(0)).toBeGreaterThan(200)
  expect(square.readUInt8(1)).toBeLessThan(60)
})

test('a HEIC is turned as it says', async () => {
  await convertFixture('sideways.heic')
  expect(await sharp(target).metadata()).toMatchObject({ width: 320, height: 480 })
})

test('of a HEIC with several pictures the main one is taken, and told how many there are', async () => {
  expect(await convertFixture('two-pictures.heic')).toEqual({
    contentType: 'image/jpeg',
    pages: 1,
    pictures: 2,
  })
  expect(await sharp(target).metadata()).toMatchObject({ width: 480, height: 320 })
})

const pageOf = (change: Partial<TiffPage>) => writeTiff({ pages: [{ ...page, ...change }] })
const tiny: TiffPage = { width: 8, height: 1, greys: Buffer.alloc(8) }

test.each<[string, () => Buffer, string]>([
  ['that is not one', () => Buffer.from('II*\0and nothing more'), 'upload.unreadable'],
  [
    'whose chain of pages runs in a circle',
    () => writeTiff({ pages: [tiny, tiny], loop: 8 }),
    'upload.unreadable',
  ],
  ['whose pixels are not there', () => pageOf({}).subarray(0, 5_000), 'upload.unreadable'],
  ['of no size', () => pageOf({ width: 0 }), 'upload.unreadable'],
  [
    'of more pixels than a picture may have',
    () => pageOf({ width: 60_000, height: 60_000 }),
    'upload.too_many_pixels',
  ],
  ['of too many pages', () => writeTiff({ pages: Array(501).fill(tiny) }), 'upload.too_many_pages'],
  ['compressed with LZMA', () => pageOf({ compression: 34_925 }), 'upload.unsupported_picture'],
])('a TIFF %s is refused', async (_name, make, code) => {
  await expect(convert(make())).rejects.toMatchObject({ code })
})

test('HEIC files that are cut short, broken or nonsense are refused, and the next one is converted', async () => {
  const whole = await readFixture('page.heic')
  const broken = Buffer.from(whole)
  broken.fill(0x5a, 60, 300)
  const lying = Buffer.from(whole)
  lying.writeUInt32BE(0x7fffffff, lying.indexOf('meta') - 4)
  for (const bytes of [whole.subarray(0, 3_000), whole.subarray(0, 40), broken, lying]) {
    await expect(convert(bytes, 'image/heic')).rejects.toMatchObject({ code: 'upload.unreadable' })
  }
  const file = path.join(folder, 'cut.heic')
  await writeFile(file, await readFile(await fixtureFile('page.heic')))
  await truncate(file, 24)
  await expect(convertPicture({ path: file, contentType: 'image/heic', target })).rejects.toMatchObject({
    code: 'upload.unreadable',
  })
  expect(await convertFixture('page.heic')).toMatchObject({ pages: 1 })
})
