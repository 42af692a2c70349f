import type { Box, QuarterTurn } from '@/engine/readers/reading'
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

/** How the page as stored, its vertical axis pointing up, becomes the page as displayed and then turned. */
type Axes = { isSwapped: boolean; xSign: number; xFrom: number; ySign: number; yFrom: number }

function axesOf({ frame, turned }: { frame: PageFrame; turned: QuarterTurn }): Axes {
  const { left, top, right, bottom } = frame
  switch ((frame.quarters + turned / 90) % 4) {
    case 1:
      return { isSwapped: true, xSign: 1, xFrom: -bottom, ySign: 1, yFrom: -left }
    case 2:
      return { isSwapped: false, xSign: -1, xFrom: right, ySign: 1, yFrom: -bottom }
    case 3:
      return { isSwapped: true, xSign: -1, xFrom: top, ySign: -1, yFrom: right }
    default:
      return { isSwapped: false, xSign: 1, xFrom: -left, ySign: -1, yFrom: top }
  }
}

/**
 * Places what lies on a page as stored on the page as displayed and then `turned`: cut to its frame and measured in
 * points from its upper left corner. FPDF_PageToDevice would do it in two calls into WebAssembly for each character.
 * @param edges four to each: left, top, right, bottom.
 * @returns four to each: x, y, width, height.
 */
export function placeAll(input: {
  frame: PageFrame
  turned: QuarterTurn
  edges: ArrayLike<number>
}): Float64Array {
  const { edges } = input
  const { isSwapped, xSign, xFrom, ySign, yFrom } = axesOf(input)
  const boxes = new Float64Array(edges.length)
  const [horizontal, vertical] = isSwapped ? [1, 0] : [0, 1]
  for (let at = 0; at < boxes.length; at += 4) {
    const x1 = xSign * (edges[at + horizontal] ?? 0) + xFrom
    const x2 = xSign * (edges[at + horizontal + 2] ?? 0) + xFrom
    const y1 = ySign * (edges[at + vertical] ?? 0) + yFrom
    const y2 = ySign * (edges[at + vertical + 2] ?? 0) + yFrom
    // Mirrored text has its edges the other way round.
    boxes[at] = Math.min(x1, x2)
    boxes[at + 1] = Math.min(y1, y2)
    boxes[at + 2] = Math.abs(x1 - x2)
    boxes[at + 3] = Math.abs(y1 - y2)
  }
  return boxes
}

export function placeOnPage(input: { frame: PageFrame; turned: QuarterTurn; edges: Edges }): Box {
  const { left, top, right, bottom } = input.edges
  return boxAt({ boxes: placeAll({ ...input, edges: [left, top, right, bottom] }), at: 0 })
}

export function boxAt({ boxes, at }: { boxes: Float64Array; at: number }): Box {
  return { x: boxes[at] ?? 0, y: boxes[at + 1] ?? 0, width: boxes[at + 2] ?? 0, height: boxes[at + 3] ?? 0 }
}
