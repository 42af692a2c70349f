import type { Box } from '../../readers/reading'

/** A loop, because a call with as many arguments as a crowded page has words would overflow the stack. */
export function boxAround(printed: { box: Box }[]): Box {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const { box } of printed) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, rightOf(box))
    bottom = Math.max(bottom, bottomOf(box))
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
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
