import { DocumentError } from '@/engine/readers/document-error'
import type { Picture } from '@/engine/readers/picture/picture'
import type { Box } from '@/engine/readers/reading'
import { type Pdfium, withMemory } from './pdfium'
import type { Size } from './turn-box'

const formats = { 1: 1, 3: 2 } as const
const flagAnnotations = 0x01
const flagGrey = 0x08
const flagRedFirst = 0x10
const white = 0xffffffff

/** The page's size as it is displayed, in points. */
export function displayedSize({ pdfium, page }: { pdfium: Pdfium; page: number }): Size {
  return { width: pdfium._FPDF_GetPageWidthF(page), height: pdfium._FPDF_GetPageHeightF(page) }
}

/**
 * Draws a part of a page as displayed, notes included.
 * @param part in points, from the upper left corner of the page.
 * @param scale pixels to a point.
 */
export function drawPart(input: {
  pdfium: Pdfium
  page: number
  part: Box
  scale: number
  channels: 1 | 3
}): Picture {
  const { pdfium, page, part, scale, channels } = input
  const whole = displayedSize({ pdfium, page })
  const width = Math.max(1, Math.round(part.width * scale))
  const height = Math.max(1, Math.round(part.height * scale))
  const stride = width * channels
  return withMemory({
    pdfium,
    bytes: stride * height,
    use: (pointer) => {
      const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, formats[channels], pointer, stride)
      if (bitmap === 0) throw new DocumentError('A page of the PDF is too large to be drawn.')
      pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
      pdfium._FPDF_RenderPageBitmap(
        bitmap,
        page,
        Math.round(-part.x * scale),
        Math.round(-part.y * scale),
        Math.round(whole.width * scale),
        Math.round(whole.height * scale),
        0,
        flagAnnotations | (channels === 1 ? flagGrey : flagRedFirst),
      )
      pdfium._FPDFBitmap_Destroy(bitmap)
      const pixels = Buffer.from(pdfium.HEAPU8.slice(pointer, pointer + stride * height))
      return { width, height, channels, pixels }
    },
  })
}
