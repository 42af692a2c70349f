import type { Box } from '../readers/reading'
import { bottomOf } from './box'
import type { Segment } from './layout'

/** Gives the segments whose box reaches into a strip across the page, in their order on it. */
export type SegmentsByHeight = (strip: { top: number; bottom: number }) => Segment[]

/**
 * Finds neighbours without looking at the whole page for each of its segments, which takes minutes on a page with tens
 * of thousands of them. `segments` are in their order on the page.
 */
export function indexByHeight(segments: Segment[]): SegmentsByHeight {
  const places = segments.map((segment, order) => ({ segment, order }))
  places.sort((a, b) => a.segment.box.y - b.segment.box.y)
  const tallest = segments.reduce((most, { box }) => Math.max(most, box.height), 0)
  return ({ top, bottom }) => {
    const found: typeof places = []
    for (let at = firstFrom({ places, top: top - tallest }); at < places.length; at += 1) {
      const place = places[at]
      if (!place || place.segment.box.y > bottom) break
      if (bottomOf(place.segment.box) >= top) found.push(place)
    }
    return found.sort((a, b) => a.order - b.order).map(({ segment }) => segment)
  }
}

/** The first place, by halving, whose box begins at `top` or below it. */
function firstFrom({ places, top }: { places: { segment: { box: Box } }[]; top: number }): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.segment.box.y ?? 0) < top) low = middle + 1
    else high = middle
  }
  return low
}
