import type { GreyPicture } from '../grey-picture'
import { type Pdfium, withMemory } from './pdfium'

/** Long side of a rendered page: A4 at some 220 dpi, where OCR reads best for its time. */
const longSidePx = 2_600
const formatGrey = 1
const flagAnnotations = 0x01
const flagGrey = 0x08
const white = 0xffffffff

/** A page drawn in grey, as OCR wants it. */
export function renderPage({ pdfium, page }: { pdfium: Pdfium; page: number }): GreyPicture {
  const pageWidth = pdfium._FPDF_GetPageWidthF(page)
  const pageHeight = pdfium._FPDF_GetPageHeightF(page)
  const scale = longSidePx / Math.max(pageWidth, pageHeight, 1)
  const width = Math.max(1, Math.round(pageWidth * scale))
  const height = Math.max(1, Math.round(pageHeight * scale))
  return withMemory({
    pdfium,
    bytes: width * height,
    use: (pointer) => {
      const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, formatGrey, pointer, width)
      pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
      pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flagAnnotations | flagGrey)
      pdfium._FPDFBitmap_Destroy(bitmap)
      return { width, height, pixels: Buffer.from(pdfium.HEAPU8.slice(pointer, pointer + width * height)) }
    },
  })
}
