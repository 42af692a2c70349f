import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openImage } from './open-image'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intray-image-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const size = { width: 40, height: 30 }
const frame = (background: string) =>
  sharp({ create: { ...size, channels: 3, background } })
    .png()
    .toBuffer()

async function framePrinted(): Promise<Buffer> {
  const print = await sharp({ create: { width: 20, height: 10, channels: 3, background: 'black' } })
    .png()
    .toBuffer()
  return sharp(await frame('white'))
    .composite([{ input: print, left: 5, top: 5 }])
    .removeAlpha()
    .png()
    .toBuffer()
}

async function open({ name, bytes }: { name: string; bytes: Buffer }) {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const contentType = name.endsWith('gif') ? 'image/gif' : 'image/png'
  return openImage({ path, contentType })
}

/** Red of the pixel in the middle of the print. */
const printed = (pixels: Buffer) => pixels[(10 * size.width + 15) * 3]

test('of an animated GIF, the first frame with print is taken', async () => {
  const bytes = await sharp([await frame('white'), await framePrinted()], { join: { animated: true } })
    .gif()
    .toBuffer()
  const { picture } = await open({ name: 'blank-first.gif', bytes })
  expect(picture).toMatchObject(size)
  expect(printed(picture.pixels)).toBe(0)
})

test('of an animated PNG, the first frame with print is taken', async () => {
  const bytes = toApng({ first: await frame('white'), second: await framePrinted() })
  const { picture } = await open({ name: 'blank-first.png', bytes })
  expect(picture).toMatchObject(size)
  expect(printed(picture.pixels)).toBe(0)
})

test('a picture that is blank throughout is opened as it is', async () => {
  const { picture } = await open({ name: 'blank.png', bytes: await frame('white') })
  expect(printed(picture.pixels)).toBe(255)
})

test('a large picture is made smaller, and says by how much', async () => {
  const bytes = await sharp({ create: { width: 8_000, height: 4_000, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  const { picture, scale } = await open({ name: 'large.png', bytes })
  expect(picture.width * picture.height).toBeLessThan(16_100_000)
  expect(picture.width / scale).toBeCloseTo(8_000)
})

test('bytes that are no picture are refused in words for people', async () => {
  await expect(open({ name: 'none.png', bytes: Buffer.from('none') })).rejects.toThrow('The image is damaged')
})

/** Two PNGs of one size as one that is animated; nobody checks the sums of the chunks that are its own. */
function toApng({ first, second }: { first: Buffer; second: Buffer }): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
  }
  const control = Buffer.alloc(26)
  control.writeUInt32BE(size.width, 4)
  control.writeUInt32BE(size.height, 8)
  const headEnds = 8 + 25
  const endBegins = first.length - 12
  const dataAt = second.indexOf('IDAT')
  const data = second.subarray(dataAt + 4, dataAt + 4 + second.readUInt32BE(dataAt - 4))
  return Buffer.concat([
    first.subarray(0, headEnds),
    chunk('acTL', Buffer.from('0000000200000000', 'hex')),
    first.subarray(headEnds, endBegins),
    chunk('fcTL', control),
    chunk('fdAT', Buffer.concat([Buffer.from('00000001', 'hex'), data])),
    first.subarray(endBegins),
  ])
}
