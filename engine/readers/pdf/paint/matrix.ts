import type { Edges } from '../pdfium/page-frame'

/** As PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [a2, b2, c2, d2, e2, f2] = outer
  return [
    a * a2 + b * c2,
    a * b2 + b * d2,
    c * a2 + d * c2,
    c * b2 + d * d2,
    e * a2 + f * c2 + e2,
    e * b2 + f * d2 + f2,
  ]
}

/** The edges around what these become. */
export function transform({ edges, matrix }: { edges: Edges; matrix: Matrix }): Edges {
  const [a, b, c, d, e, f] = matrix
  const { left, right, top, bottom } = edges
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ] as const
  const x = corners.map(([px, py]) => a * px + c * py + e)
  const y = corners.map(([px, py]) => b * px + d * py + f)
  return { left: Math.min(...x), right: Math.max(...x), top: Math.max(...y), bottom: Math.min(...y) }
}

/** What two have in common; without width or height where that is nothing. */
export function intersect(one: Edges, other: Edges): Edges {
  const left = Math.max(one.left, other.left)
  const bottom = Math.max(one.bottom, other.bottom)
  return {
    left,
    bottom,
    right: Math.max(left, Math.min(one.right, other.right)),
    top: Math.max(bottom, Math.min(one.top, other.top)),
  }
}

export function areaOf(edges: Edges): number {
  return (edges.right - edges.left) * (edges.top - edges.bottom)
}
