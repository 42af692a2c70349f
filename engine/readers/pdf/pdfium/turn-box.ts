import type { Box, QuarterTurn } from '@/engine/readers/reading'

export type Size = { width: number; height: number }

/** Where a box lies once the page of this size that holds it was turned clockwise. */
export function turnBox(input: { box: Box; page: Size; by: QuarterTurn }): Box {
  const { box, page, by } = input
  const { x, y, width, height } = box
  switch (by) {
    case 90:
      return { x: page.height - y - height, y: x, width: height, height: width }
    case 180:
      return { x: page.width - x - width, y: page.height - y - height, width, height }
    case 270:
      return { x: y, y: page.width - x - width, width: height, height: width }
    default:
      return box
  }
}

/** The size of a page once turned. */
export function turnSize({ page, by }: { page: Size; by: QuarterTurn }): Size {
  return by % 180 === 0 ? page : { width: page.height, height: page.width }
}

/** The turn that undoes another, or leads from one to the next. */
export function turnBetween({ from, to }: { from: QuarterTurn; to: QuarterTurn }): QuarterTurn {
  return ([0, 90, 180, 270] as const)[((to - from + 360) % 360) / 90] ?? 0
}
