import { type Pdfium, withMemory } from './pdfium'
import type { Box, QuarterTurn } from '../reading'

/** Left, top, right and bottom on the page as stored, whose vertical axis points up. */
export type Edges = { left: number; top: number; right: number; bottom: number }

export type PlaceOnPage = (edges: Edges) => Box

/**
 * Places what lies on a page as stored on the page as displayed and then `turned`: cut to its frame and measured in
 * points from its upper left corner. FPDF_PageToDevice would do it in two calls into WebAssembly for each character.
 */
export function placeOnPage(given: { pdfium: Pdfium; page: number; turned: QuarterTurn }): PlaceOnPage {
  const { pdfium, page, turned } = given
  const frame = readFrame({ pdfium, page })
  switch ((pdfium._FPDFPage_GetRotation(page) + turned / 90) % 4) {
    case 1:
      return ({ left, top, right, bottom }) =>
        boxBetween(bottom - frame.bottom, left - frame.left, top - frame.bottom, right - frame.left)
    case 2:
      return ({ left, top, right, bottom }) =>
        boxBetween(frame.right - right, bottom - frame.bottom, frame.right - left, top - frame.bottom)
    case 3:
      return ({ left, top, right, bottom }) =>
        boxBetween(frame.top - top, frame.right - right, frame.top - bottom, frame.right - left)
    default:
      return ({ left, top, right, bottom }) =>
        boxBetween(left - frame.left, frame.top - top, right - frame.left, frame.top - bottom)
  }
}

function readFrame({ pdfium, page }: { pdfium: Pdfium; page: number }): Edges {
  return withMemory({
    pdfium,
    bytes: 16,
    use: (memory) => {
      pdfium._FPDF_GetPageBoundingBox(page, memory)
      const view = new DataView(pdfium.HEAPU8.buffer, memory, 16)
      const edge = (at: number) => view.getFloat32(at, true)
      // FS_RECTF holds left, top, right, bottom.
      return { left: edge(0), top: edge(4), right: edge(8), bottom: edge(12) }
    },
  })
}

/** Mirrored text has its edges the other way round. */
function boxBetween(x1: number, y1: number, x2: number, y2: number): Box {
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x1 - x2), height: Math.abs(y1 - y2) }
}
