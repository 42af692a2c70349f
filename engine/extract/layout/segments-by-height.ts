import type { Box } from '../../readers/reading'
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
  const { places, tallest } = indexOf(page)
  const found: Place[] = []
  for (let at = firstFrom({ places, top: strip.top - tallest }); at < places.length; at += 1) {
    const place = places[at]
    if (!place || place.box.y > strip.bottom) break
    if (bottomOf(place.box) >= strip.top) found.push(place)
  }
  return found.sort((a, b) => a.order - b.order).map(({ segment }) => segment)
}

type Place = { segment: Segment; box: Box; order: number }

/** The segments from top to bottom, and the greatest height among them. */
const indexOf = memoizeByRef((page: LayoutPage): { places: Place[]; tallest: number } => {
  const places = segmentsOf(page).map((segment, order) => ({ segment, box: segment.box, order }))
  const tallest = places.reduce((most, { box }) => Math.max(most, box.height), 0)
  return { places: places.sort((a, b) => a.box.y - b.box.y), tallest }
})

/** The first place, by halving, whose box begins at `top` or below it. */
function firstFrom({ places, top }: { places: Place[]; top: number }): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.box.y ?? 0) < top) low = middle + 1
    else high = middle
  }
  return low
}
