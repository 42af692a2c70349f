import 'server-only'
import { writeFile } from 'node:fs/promises'
import { PDFiumDocument } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { PdfError, withPdf } from '@/base/pdfium/open-pdf'
import { InspectionError, thumbnailWidthPx } from './inspector-protocol'

/** A strip of a page: what is longer than this many widths is cut, so that no page draws a picture of gigabytes. */
const maxHeightInWidths = 3

/** Pages by pdfium, which opens what has only an owner password. Throws InspectionError. */
export function countPdfPages(path: string): Promise<number> {
  return withPages(path, async (pdf) => {
    const pages = pdf.getPageCount()
    if (pages < 1) throw new InspectionError('unreadable')
    // A page that cannot be loaded is a damaged file, however many pages its index claims.
    pdf.getPage(0).getOriginalSize()
    return pages
  })
}

/** Draws the first page, form fields filled in, as WebP at `target`. Throws InspectionError. */
export function drawPdfThumbnail({ path, target }: { path: string; target: string }): Promise<void> {
  return withPages(path, async (pdf) => {
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

async function withPages<Result>(
  path: string,
  use: (pdf: PDFiumDocument) => Promise<Result>,
): Promise<Result> {
  try {
    return await withPdf({
      source: path,
      use: ({ module, document, data }) =>
        use(new PDFiumDocument({ module, documentIdx: document, documentPtr: data })),
    })
  } catch (error) {
    if (!(error instanceof PdfError)) throw error
    throw new InspectionError(error.reason === 'password' ? 'password' : 'unreadable', {
      cause: error.cause ?? error,
    })
  }
}
