import type { Box } from '../readers/reading'

export function unionOfBoxes(boxes: Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map(rightOf)) - x,
    height: Math.max(...boxes.map(bottomOf)) - y,
  }
}

export function rightOf(box: Box): number {
  return box.x + box.width
}

export function bottomOf(box: Box): number {
  return box.y + box.height
}

export function middleOf(box: Box): number {
  return box.y + box.height / 2
}

/** How much of the shorter height two boxes share, 0 to 1. */
export function verticalOverlap({ a, b }: { a: Box; b: Box }): number {
  const shared = Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.y, b.y)
  return Math.max(0, shared) / Math.max(0.001, Math.min(a.height, b.height))
}

/** How much of the shorter width two boxes share, 0 to 1. */
export function horizontalOverlap({ a, b }: { a: Box; b: Box }): number {
  const shared = Math.min(rightOf(a), rightOf(b)) - Math.max(a.x, b.x)
  return Math.max(0, shared) / Math.max(0.001, Math.min(a.width, b.width))
}
