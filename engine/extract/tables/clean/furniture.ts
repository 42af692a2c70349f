import { bottomOf } from '@/engine/extract/layout/box'
import type { Layout, TextLine } from '@/engine/extract/layout/layout'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'

/** The parts of a page, from its top and its foot, where what all pages say stands. */
const margin = 0.1

const pageNumber =
  /^\W*(?:(?:page|seite|pagina|página|p\.)\s*\d+.*|\d+\s*(?:\/|of|von|de)\s*\d+|[-–]\s*\d+\s*[-–])\W*$/iu

/** The number of a page, and what stands in the same margin of other pages as well. */
export function isFurniture({ line, layout }: { line: TextLine; layout: Layout }): boolean {
  if (!isInMargin(line)) return false
  if (line.segments.some(({ text }) => pageNumber.test(text))) return true
  // Rows of figures alone are alike once their digits are left out.
  return /\p{L}{3}/u.test(line.text) && (repeatedOf(layout).get(keyOf(line)) ?? 0) > 1
}

const repeatedOf = memoizeByRef((layout: Layout): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const page of layout.pages) {
    const keys = new Set(page.lines.filter(isInMargin).map(keyOf))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
})

function isInMargin({ box, page: { height } }: TextLine): boolean {
  return box.y > height * (1 - margin) || bottomOf(box) < height * margin
}

function keyOf({ text }: TextLine): string {
  return text.replace(/\d+/g, '#').toLowerCase()
}
