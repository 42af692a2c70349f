import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { countPages, drawThumbnail, stopInspectors } from './inspect/inspect'
import { type PagePicture, writePicturePdf } from './picture-pdf'

const folder = await mkdtemp(path.join(tmpdir(), 'picture-pdf-'))
const contentType = 'application/pdf'

afterAll(stopInspectors)

async function write(pictures: PagePicture[]): Promise<string> {
  const pdf = writePicturePdf()
  const file = path.join(folder, 'pictures.pdf')
  await writeFile(file, Buffer.concat([pdf.begin(), ...pictures.map(pdf.page), pdf.end()]))
  return file
}

/** White with a red corner, a blue one and a green one, so that no two turns look alike. */
async function corners() {
  const patch = (background: string) => ({
    input: { create: { width: 30, height: 20, channels: 3 as const, background } },
  })
  return sharp({ create: { width: 120, height: 80, channels: 3, background: 'white' } })
    .composite([
      { ...patch('red'), gravity: 'northwest' },
      { ...patch('blue'), gravity: 'northeast' },
      { ...patch('lime'), gravity: 'southwest' },
    ])
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

const colourAt = async ({ file, x, y }: { file: Buffer | string; x: number; y: number }) => {
  const { width, height } = await sharp(file).metadata()
  const spot = { left: Math.floor(width * x), top: Math.floor(height * y), width: 1, height: 1 }
  const pixel = await sharp(file).extract(spot).removeAlpha().raw().toBuffer()
  return [...pixel].map((value) => (value > 128 ? 1 : 0)).join('')
}

const spots = [0.1, 0.9].flatMap((x) => [0.1, 0.9].map((y) => ({ x, y })))

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a JPEG with the orientation %i stands upright on its page',
  async (orientation) => {
    const data = await corners()
    const picture = { data, kind: 'jpeg', colours: 'DeviceRGB', width: 120, height: 80, orientation } as const
    const file = await write([picture])
    const target = path.join(folder, `${orientation}.webp`)
    await drawThumbnail({ path: file, contentType, target })
    const upright = await sharp(await sharp(data).withMetadata({ orientation }).jpeg().toBuffer())
      .rotate()
      .png()
      .toBuffer()
    for (const spot of spots) {
      expect(await colourAt({ file: target, ...spot })).toBe(await colourAt({ file: upright, ...spot }))
    }
  },
)

test('every picture is a page of its own', async () => {
  const data = await corners()
  const picture = { data, kind: 'jpeg', colours: 'DeviceRGB', width: 120, height: 80 } as const
  expect(await countPages({ path: await write(Array(12).fill(picture)), contentType })).toBe(12)
})
