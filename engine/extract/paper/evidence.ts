import type { Box, Page } from '../../readers/reading'
import type { Found } from '../layout/found'
import { levelBox } from '../layout/lines/page-slope'

/** Where a value was read: fractions of the page as it is displayed, from its upper left corner. */
export type Evidence = {
  page: number
  box: [x: number, y: number, width: number, height: number]
  text: string
  confidence: number
}

export function toEvidence({ page, text, confidence, box }: Found<unknown>): Evidence | null {
  if (!page) return null
  return {
    page: page.number,
    box: placeOnPage({ box, page }),
    text,
    confidence: Math.round(confidence * 100) / 100,
  }
}

/** A box of a page that was laid straight and turned upright, where it is displayed. */
export function placeOnPage({ box, page }: { box: Box; page: Page & { slope: number } }): Evidence['box'] {
  const printed = levelBox({ box, slope: -page.slope })
  const { x, y, width, height } = turnBack({ box: toFractions({ box: printed, page }), page })
  return [round(x), round(y), round(width), round(height)]
}

function toFractions({ box, page }: { box: Box; page: Page }): Box {
  return {
    x: box.x / page.width,
    y: box.y / page.height,
    width: box.width / page.width,
    height: box.height / page.height,
  }
}

/** A page that was turned to be read is displayed as it came. */
function turnBack({ box: { x, y, width, height }, page }: { box: Box; page: Page }): Box {
  if (page.turned === 90) return { x: y, y: 1 - x - width, width: height, height: width }
  if (page.turned === 180) return { x: 1 - x - width, y: 1 - y - height, width, height }
  if (page.turned === 270) return { x: 1 - y - height, y: x, width: height, height: width }
  return { x, y, width, height }
}

function round(fraction: number): number {
  return Math.round(Math.max(0, Math.min(1, fraction)) * 10_000) / 10_000
}
