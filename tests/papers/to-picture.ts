import { PDFiumLibrary } from '@hyzyla/pdfium'
import { type Damage, damagePicture, type Picture } from './damage'
import type { Paper } from './paper'
import { createRandom } from './random'
import { toPdf } from './to-pdf'

export type PictureOptions = {
  dpi: number
  damage: Damage
  seed: number
  /** Counted from 0; the first without it. */
  page?: number
}

let library: Promise<PDFiumLibrary> | undefined

/** A page of the paper as a scanner or phone takes it: a JPEG where the damage compresses, else a PNG. */
export async function toPicture(paper: Paper, options: PictureOptions): Promise<Buffer> {
  const picture = await drawPage(paper, options)
  return damagePicture({ picture, damage: options.damage, random: createRandom(options.seed) })
}

/** A page of the paper in pixels; the first unless another is named. */
export async function drawPage(paper: Paper, options: { dpi: number; page?: number }): Promise<Picture> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(await toPdf(paper))
  try {
    const page = document.getPage(options.page ?? 0)
    const { data, width, height } = await page.render({ scale: options.dpi / 72, render: 'bitmap' })
    return { data: dropAlpha(data), width, height }
  } finally {
    document.destroy()
  }
}

function dropAlpha(pixels: Uint8Array): Buffer {
  const colours = Buffer.alloc((pixels.length / 4) * 3)
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    colours[to] = pixels[from] ?? 0
    colours[to + 1] = pixels[from + 1] ?? 0
    colours[to + 2] = pixels[from + 2] ?? 0
  }
  return colours
}
