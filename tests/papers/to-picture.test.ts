import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Picture } from './damage'
import { damages } from './damage'
import type { Paper } from './paper'
import { photograph } from './photo/photograph'
import { createRandom } from './random'
import { scanToPdf } from './scan-to-pdf'
import { drawPage, toPicture } from './to-picture'

/** A square of 72 points with a red band over its upper half. */
const redAbove: Paper = {
  id: 'red-above',
  kind: 'letter',
  language: 'en',
  country: 'GB',
  currency: 'GBP',
  pages: [
    {
      width: 72,
      height: 72,
      runs: [],
      shapes: [{ kind: 'band', x: 0, y: 0, width: 72, height: 36, colour: '#ff0000' }],
    },
  ],
  truth: {},
  lineItems: [],
  group: 'nobody',
}

function colourAt({ data, width }: Picture, { x, y }: { x: number; y: number }): number[] {
  const at = (y * width + x) * 3
  return [...data.subarray(at, at + 3)]
}

describe('a paper as a picture', () => {
  it('has the colours of the paper at the places of the paper', async () => {
    const picture = await drawPage(redAbove, { dpi: 72 })
    expect([picture.width, picture.height]).toEqual([72, 72])
    expect(colourAt(picture, { x: 36, y: 18 })).toEqual([255, 0, 0])
    expect(colourAt(picture, { x: 36, y: 54 })).toEqual([255, 255, 255])
  })

  it('is darker below the folds of a letter and as light as before between them', async () => {
    const bytes = await toPicture(redAbove, { dpi: 144, damage: { letterFolds: true }, seed: 1 })
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const folded = { data, width: info.width, height: info.height }
    const fold = Math.ceil(0.668 * info.height)
    expect(colourAt(folded, { x: 20, y: fold })[1]).toBeLessThan(235)
    expect(colourAt(folded, { x: 20, y: Math.round(0.85 * info.height) })[1]).toBe(255)
  })
})

describe('a photo of a paper', () => {
  const scene = {
    width: 200,
    height: 200,
    corners: {
      upperLeft: { x: 50, y: 50 },
      upperRight: { x: 150, y: 50 },
      lowerRight: { x: 170, y: 160 },
      lowerLeft: { x: 40, y: 160 },
    },
    wave: 0,
    jpegQuality: 90,
  }
  const take = async () =>
    photograph({ paper: await drawPage(redAbove, { dpi: 144 }), scene, random: createRandom(1) })

  it('shows the paper between its corners, upright, and the table around it', async () => {
    const { data, info } = await sharp(await take())
      .raw()
      .toBuffer({ resolveWithObject: true })
    const photo = { data, width: info.width, height: info.height }
    const brightness = (x: number, y: number) => colourAt(photo, { x, y })[2] ?? 0
    expect([info.width, info.height]).toEqual([200, 200])
    expect(brightness(100, 140)).toBeGreaterThan(150)
    expect(brightness(100, 80)).toBeLessThan(100)
    expect(brightness(10, 10)).toBeLessThan(100)
    expect(brightness(45, 150)).toBeGreaterThan(150)
    expect(brightness(45, 60)).toBeLessThan(100)
  })

  it('is the same for the same seed', async () => {
    expect((await take()).equals(await take())).toBe(true)
  })
})

describe('pictures in a PDF', () => {
  it('are pages of their size, without text, lying as they were put on the scanner', async () => {
    const picture = await toPicture(redAbove, { dpi: 144, damage: damages.compressed, seed: 1 })
    const upright = await sharp(picture)
      .extract({ left: 0, top: 0, width: 144, height: 100 })
      .jpeg()
      .toBuffer()
    const library = await PDFiumLibrary.init()
    const sizes = async (turned: 0 | 90) => {
      const document = await library.loadDocument(
        await scanToPdf({ pictures: [upright, upright], dpi: 144, turned }),
      )
      const pages = [...document.pages()].map((page) => ({ text: page.getText(), ...page.getOriginalSize() }))
      document.destroy()
      return pages.map(({ text, originalWidth, originalHeight }) => [text, originalWidth, originalHeight])
    }
    expect(await sizes(0)).toEqual([
      ['', 72, 50],
      ['', 72, 50],
    ])
    expect(await sizes(90)).toEqual([
      ['', 50, 72],
      ['', 50, 72],
    ])
  })
})
