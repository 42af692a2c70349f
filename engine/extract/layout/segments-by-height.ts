import { memoizeByRef } from '../vocabulary/memoize-by-ref'
import { bottomOf } from './box'
import type { LayoutPage, Segment } from './layout'

/** A strip across a page, from side to side. */
export type Strip = { top: number; bottom: number }

/** The segments of a page in their order on it. */
export const segmentsOf = memoizeByRef((page: LayoutPage): Segment[] =>
  page.lines.flatMap((line) => line.segments),
)

/**
 * The segments whose box reaches into a strip across the page, in their order on it. Finds neighbours without looking
 * at the whole page for each of its segments, which takes minutes on a page with tens of thousands of them.
 */
export function segmentsWithin({ page, strip }: { page: LayoutPage; strip: Strip }): Segment[] {
  const segments = segmentsOf(page)
  const { lowest, highest } = reachesOf(page)
  const found: Segment[] = []
  const end = firstFrom({ rising: highest, least: strip.bottom, isAbove: true })
  for (let at = firstFrom({ rising: lowest, least: strip.top, isAbove: false }); at < end; at += 1) {
    const segment = segments[at]
    if (segment && segment.box.y <= strip.bottom && bottomOf(segment.box) >= strip.top) found.push(segment)
  }
  return found
}

/** How far down the segments up to each one reach, and how far up those from each one on. */
const reachesOf = memoizeByRef((page: LayoutPage) => {
  const segments = segmentsOf(page)
  const lowest = new Float64Array(segments.length)
  const highest = new Float64Array(segments.length)
  let most = -Infinity
  for (const [at, { box }] of segments.entries()) {
    most = Math.max(most, bottomOf(box))
    lowest[at] = most
  }
  let least = Infinity
  for (let at = segments.length - 1; at >= 0; at -= 1) {
    least = Math.min(least, segments[at]?.box.y ?? Infinity)
    highest[at] = least
  }
  return { lowest, highest }
})

type Search = { rising: Float64Array; least: number; isAbove: boolean }

/** The first place, by halving, whose figure is at least so high, or above that. */
function firstFrom({ rising, least, isAbove }: Search): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const figure = rising[middle] ?? 0
    if (figure < least || (isAbove && figure === least)) low = middle + 1
    else high = middle
  }
  return low
}
