import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readJpegHead, turnOrientation } from './jpeg-head'

/** Six pixels, each of its own shade. */
const greys = Buffer.from([0, 50, 100, 150, 200, 250])
const picture = () => sharp(greys, { raw: { width: 3, height: 2, channels: 1 } })
const withOrientation = (orientation: number) => picture().withMetadata({ orientation })

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'size, colours and orientation %i are read from a JPEG',
  async (orientation) => {
    const colours = await withOrientation(orientation)
      .toColourspace('srgb')
      .jpeg({ progressive: true })
      .toBuffer()
    expect(readJpegHead(new Uint8Array(colours))).toEqual({
      width: 3,
      height: 2,
      components: 3,
      orientation,
      resolution: null,
    })
  },
)

test('a JPEG in greys has one colour, and stands upright where it says nothing', async () => {
  const jpeg = await picture().toColourspace('b-w').jpeg().toBuffer()
  expect(readJpegHead(new Uint8Array(jpeg))).toEqual({
    width: 3,
    height: 2,
    components: 1,
    orientation: 1,
    resolution: null,
  })
})

test.each([
  [200, { x: 200, y: 200 }],
  [72, null],
])('a JPEG of %i dots per inch is told as %j', async (density, resolution) => {
  const jpeg = await picture().withMetadata({ density }).jpeg().toBuffer()
  expect(readJpegHead(new Uint8Array(jpeg))).toMatchObject({ resolution })
})

test('what is no JPEG, or only its beginning, has no head', async () => {
  expect(readJpegHead(new Uint8Array(await picture().png().toBuffer()))).toBeNull()
  expect(readJpegHead(new Uint8Array((await picture().jpeg().toBuffer()).subarray(0, 12)))).toBeNull()
  expect(readJpegHead(new Uint8Array())).toBeNull()
})

/** The shades as they are seen, row by row. */
async function seen({ orientation, turn = 0 }: { orientation: number; turn?: number }) {
  const upright = sharp(await withOrientation(orientation).tiff().toBuffer()).rotate()
  const turned = sharp(await upright.png().toBuffer()).rotate(turn)
  return (await turned.greyscale().raw().toBuffer()).toString('hex')
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a turn by hand comes on top of the orientation %i',
  async (orientation) => {
    for (const turn of [0, 90, 180, 270]) {
      const both = turnOrientation({ orientation, turn })
      expect(await seen({ orientation: both })).toBe(await seen({ orientation, turn }))
    }
  },
)
