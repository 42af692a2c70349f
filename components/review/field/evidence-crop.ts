import type { Box } from '@/lib/documents/attention/evidence'

/** In heights of the box: what is seen around a value, so that its label and neighbours can be told. */
const around = { x: 3, y: 0.9 }
/** Of the width of the page. */
const leastWidth = 0.3

/** The piece of a page that shows a value with what stands around it, as fractions of the page. */
export function cropOf([x, y, width, height]: Box): Box {
  const wide = Math.min(1, Math.max(leastWidth, width + 2 * around.x * height))
  const high = Math.min(1, height * (1 + 2 * around.y))
  const left = clamp({ value: x + width / 2 - wide / 2, most: 1 - wide })
  const top = clamp({ value: y + height / 2 - high / 2, most: 1 - high })
  return [left, top, wide, high]
}

const clamp = ({ value, most }: { value: number; most: number }) => Math.min(Math.max(0, value), most)
