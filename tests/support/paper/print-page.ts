import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { type Picture, toPicture } from '@/engine/readers/picture/picture'

const font = createRequire(import.meta.url).resolve(
  '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff',
)

/** Prints lines on a page and draws it; `pixelsPerPoint` 2 is 144 dpi. */
export async function printPage(input: {
  lines: string[]
  width?: number
  height?: number
  fontSize?: number
  pixelsPerPoint?: number
}): Promise<Picture> {
  const { lines, width = 420, height = 595, fontSize = 12, pixelsPerPoint = 2 } = input
  const document = new PDFDocument({ size: [width, height], margin: 30 })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  document
    .font(font)
    .fontSize(fontSize)
    .text(lines.join('\n'), { lineGap: fontSize / 2 })
  const ended = new Promise((resolve) => document.on('end', resolve))
  document.end()
  await ended
  return drawFirstPage({ pdf: Buffer.concat(parts), scale: pixelsPerPoint })
}

async function drawFirstPage({ pdf, scale }: { pdf: Buffer; scale: number }): Promise<Picture> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const { data, width, height } = await document.getPage(0).render({ scale, render: 'bitmap' })
  const raw = { width, height, channels: 4 as const }
  const picture = await toPicture(sharp(Buffer.from(data), { raw }).flatten({ background: 'white' }))
  document.destroy()
  library.destroy()
  return picture
}
