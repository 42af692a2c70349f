import 'server-only'
import { writeFile } from 'node:fs/promises'
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { InspectionError, thumbnailWidthPx } from './inspector-protocol'
import { loadPdf } from './load-pdf'

/** A strip of a page: what is longer than this many widths is cut, so that no page draws a picture of gigabytes. */
const maxHeightInWidths = 3

let library: Promise<PDFiumLibrary> | undefined

/** Pages by pdfium, which opens what has only an owner password. Throws InspectionError. */
export function countPdfPages(path: string): Promise<number> {
  return withPdf(path, async (pdf) => {
    const pages = pdf.getPageCount()
    if (pages < 1) throw new InspectionError('unreadable')
    // A page that cannot be loaded is a damaged file, however many pages its index claims.
    pdf.getPage(0).getOriginalSize()
    return pages
  })
}

/** Draws the first page, form fields filled in, as WebP at `target`. Throws InspectionError. */
export function drawPdfThumbnail({ path, target }: { path: string; target: string }): Promise<void> {
  return withPdf(path, async (pdf) => {
    const page = pdf.getPage(0)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const heightInWidths = Math.min(maxHeightInWidths, originalHeight / originalWidth)
    const size = {
      width: thumbnailWidthPx,
      height: Math.max(1, Math.round(thumbnailWidthPx * heightInWidths)),
    }
    const { data, width, height } = await page.render({ ...size, render: 'bitmap' })
    const picture = sharp(data, { raw: { width, height, channels: 4 } })
    await writeFile(target, await picture.webp({ quality: 80 }).toBuffer())
  })
}

async function withPdf<Result>(path: string, use: (pdf: PDFiumDocument) => Promise<Result>): Promise<Result> {
  library ??= PDFiumLibrary.init()
  const pdf = await loadPdf({ library: await library, path })
  try {
    return await use(pdf)
  } finally {
    pdf.destroy()
  }
}
