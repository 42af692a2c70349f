import type { Box, QuarterTurn } from '../reading'
import { type Pdfium, withMemory } from './pdfium'
import type { Size } from './turn-box'

/** Left, top, right and bottom on the page as stored, whose vertical axis points up. */
export type Edges = { left: number; top: number; right: number; bottom: number }

/** The part of a page that viewers show, and the quarter turns clockwise in which they show it. */
export type PageFrame = Edges & { quarters: number }

export function readFrame({ pdfium, page }: { pdfium: Pdfium; page: number }): PageFrame {
  return withMemory({
    pdfium,
    bytes: 16,
    use: (memory) => {
      pdfium._FPDF_GetPageBoundingBox(page, memory)
      const edges = new Float32Array(pdfium.HEAPU8.slice(memory, memory + 16).buffer)
      return { ...edgesAt({ edges, index: 0 }), quarters: pdfium._FPDFPage_GetRotation(page) }
    },
  })
}

/** FS_RECTF holds left, top, right, bottom. */
export function edgesAt({ edges, index }: { edges: Float32Array; index: number }): Edges {
  const at = index * 4
  return {
    left: edges[at] ?? 0,
    top: edges[at + 1] ?? 0,
    right: edges[at + 2] ?? 0,
    bottom: edges[at + 3] ?? 0,
  }
}

/** The size in points of the page as displayed and then `turned`. */
export function sizeOf({ frame, turned }: { frame: PageFrame; turned: QuarterTurn }): Size {
  const [width, height] = [frame.right - frame.left, frame.top - frame.bottom]
  return (frame.quarters + turned / 90) % 2 === 0 ? { width, height } : { width: height, height: width }
}

/**
 * Places what lies on a page as stored on the page as displayed and then `turned`: cut to its frame and measured in
 * points from its upper left corner. FPDF_PageToDevice would do it in two calls into WebAssembly for each character.
 */
export function placeOnPage(given: { frame: PageFrame; turned: QuarterTurn; edges: Edges }): Box {
  const { frame, turned } = given
  const { left, top, right, bottom } = given.edges
  switch ((frame.quarters + turned / 90) % 4) {
    case 1:
      return boxBetween(bottom - frame.bottom, left - frame.left, top - frame.bottom, right - frame.left)
    case 2:
      return boxBetween(frame.right - right, bottom - frame.bottom, frame.right - left, top - frame.bottom)
    case 3:
      return boxBetween(frame.top - top, frame.right - right, frame.top - bottom, frame.right - left)
    default:
      return boxBetween(left - frame.left, frame.top - top, right - frame.left, frame.top - bottom)
  }
}

/** Mirrored text has its edges the other way round. */
function boxBetween(x1: number, y1: number, x2: number, y2: number): Box {
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x1 - x2), height: Math.abs(y1 - y2) }
}
