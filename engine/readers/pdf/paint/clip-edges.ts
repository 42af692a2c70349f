import type { Edges } from '../pdfium/page-frame'
import type { Pdfium } from '../pdfium/pdfium'
import type { Scratch } from '../pdfium/scratch'
import { intersect, type Matrix, transform } from './matrix'

const mostPaths = 8
const mostSegments = 12
const everywhere: Edges = { left: -1e9, right: 1e9, top: 1e9, bottom: -1e9 }

/**
 * The edges within which an object is painted, on the page as stored; null where it has no clip. A clip of many parts
 * counts as one that shows nothing: whoever asks has to look at the painted page.
 */
export function readClip(input: {
  pdfium: Pdfium
  scratch: Scratch
  object: number
  matrix: Matrix | null
}): Edges | null {
  const { pdfium, object, matrix } = input
  const clip = pdfium._FPDFPageObj_GetClipPath(object)
  const paths = pdfium._FPDFClipPath_CountPaths(clip)
  if (paths <= 0) return null
  let edges = everywhere
  for (let path = 0; path < paths; path += 1) {
    const segments = pdfium._FPDFClipPath_CountPathSegments(clip, path)
    if (paths > mostPaths || segments > mostSegments) return { left: 0, right: 0, top: 0, bottom: 0 }
    edges = intersect(edges, readPath({ ...input, clip, path, segments }))
  }
  return matrix ? transform({ edges, matrix }) : edges
}

function readPath(input: {
  pdfium: Pdfium
  scratch: Scratch
  clip: number
  path: number
  segments: number
}): Edges {
  const { pdfium, scratch, clip, path, segments } = input
  const edges = { left: Infinity, right: -Infinity, top: -Infinity, bottom: Infinity }
  for (let index = 0; index < segments; index += 1) {
    const segment = pdfium._FPDFClipPath_GetPathSegment(clip, path, index)
    if (pdfium._FPDFPathSegment_GetPoint(segment, scratch.at(0), scratch.at(1)) === 0) continue
    const [x, y] = [scratch.float(0), scratch.float(1)]
    edges.left = Math.min(edges.left, x)
    edges.right = Math.max(edges.right, x)
    edges.top = Math.max(edges.top, y)
    edges.bottom = Math.min(edges.bottom, y)
  }
  return edges
}
