import type { Word } from '../readers/reading'
import { bottomOf, horizontalOverlap, middleOf, rightOf, verticalOverlap } from '../extract/layout/box'
import type { LabelHit } from '../extract/labels/find-labels'
import type { LayoutPage, Segment } from '../extract/layout/layout'
import { segmentsWithin } from '../extract/layout/segments-by-height'

export type Direction = 'inline' | 'right' | 'below'

/** A place where the value of a label may stand. */
export type Slot = {
  pageIndex: number
  words: Word[]
  direction: Direction
  /** In lines of print. */
  distance: number
}

/** How far above or below the line of its label a value beside it may stand, in lines of print. */
const maxOffset = 1.4

/** Values that differ by less than this in height stand on one line of their own. */
const sameOffset = 0.25

/** How far below its label a value may stand, in lines of print. */
const maxLinesBelow = 3.2

/**
 * Where the value of a label may stand, nearest first: behind it, to its right up to the next label,
 * below it down to the next label.
 */
export function findSlots({
  hit,
  page,
  labelled,
}: {
  hit: LabelHit
  page: LayoutPage
  labelled: Map<Segment, LabelHit[]>
}): Slot[] {
  const { pageIndex } = hit
  const slots: Slot[] = []
  const rest = cutAtNextLabel({ hit, labelled })
  if (rest.length > 0) slots.push({ pageIndex, words: rest, direction: 'inline', distance: 0 })
  slots.push(...slotsToTheRight({ hit, page, labelled }))
  if (hit.isAlone) slots.push(...slotsBelow({ hit, page, labelled }))
  return slots
}

function cutAtNextLabel({ hit, labelled }: { hit: LabelHit; labelled: Map<Segment, LabelHit[]> }): Word[] {
  const next = (labelled.get(hit.segment) ?? []).find((other) => other.box.x >= rightOf(hit.box))
  return next ? hit.rest.filter((word) => word.box.x < next.box.x) : hit.rest
}

function slotsToTheRight({
  hit,
  page,
  labelled,
}: {
  hit: LabelHit
  page: LayoutPage
  labelled: Map<Segment, LabelHit[]>
}): Slot[] {
  const right = nearestInHeight({ hit, page }).sort((a, b) => a.box.x - b.box.x)
  const slots: Slot[] = []
  for (const segment of right) {
    if (startsWithLabel({ segment, labelled })) break
    const sideways = (segment.box.x - rightOf(hit.box)) / page.page.width
    const offLine = Math.abs(middleOf(segment.box) - middleOf(hit.box)) / page.lineHeight
    slots.push({
      pageIndex: hit.pageIndex,
      words: segment.words,
      direction: 'right',
      distance: sideways * 4 + offLine,
    })
  }
  return slots
}

/** What stands on the label's own line, or else a little above or below it, as in forms and boxes. */
function nearestInHeight({ hit, page }: { hit: LabelHit; page: LayoutPage }): Segment[] {
  const segments = segmentsRightOf({ hit, page })
  const onLine = segments.filter((segment) => verticalOverlap({ a: hit.box, b: segment.box }) > 0.5)
  if (onLine.length > 0) return onLine
  const offset = (segment: Segment) => Math.abs(middleOf(segment.box) - middleOf(hit.box)) / page.lineHeight
  const nearest = Math.min(...segments.map(offset))
  return nearest > maxOffset ? [] : segments.filter((segment) => offset(segment) < nearest + sameOffset)
}

/** As far up and down as a value may stand beside its label. */
function segmentsRightOf({ hit, page }: { hit: LabelHit; page: LayoutPage }): Segment[] {
  const reach = Math.max((maxOffset + sameOffset) * page.lineHeight, hit.box.height / 2)
  const strip = { top: middleOf(hit.box) - reach, bottom: middleOf(hit.box) + reach }
  return segmentsWithin({ page, strip }).filter(
    (segment) => segment !== hit.segment && segment.box.x >= rightOf(hit.box) - page.lineHeight * 0.3,
  )
}

function slotsBelow({
  hit,
  page,
  labelled,
}: {
  hit: LabelHit
  page: LayoutPage
  labelled: Map<Segment, LabelHit[]>
}): Slot[] {
  const bottom = bottomOf(hit.box)
  const strip = { top: bottom, bottom: bottom + maxLinesBelow * page.lineHeight }
  const below = segmentsWithin({ page, strip })
    .filter((segment) => {
      const gap = segment.box.y - bottom
      return (
        gap > -0.4 * page.lineHeight &&
        gap < maxLinesBelow * page.lineHeight &&
        middleOf(segment.box) > bottom
      )
    })
    .filter((segment) => isInColumn({ hit, segment, page }))
    .sort((a, b) => a.box.y - b.box.y)
  const slots: Slot[] = []
  for (const segment of below) {
    if (startsWithLabel({ segment, labelled })) break
    const distance = Math.max(0, segment.box.y - bottomOf(hit.box)) / page.lineHeight
    slots.push({ pageIndex: hit.pageIndex, words: segment.words, direction: 'below', distance })
  }
  return slots
}

function isInColumn({ hit, segment, page }: { hit: LabelHit; segment: Segment; page: LayoutPage }): boolean {
  const isAligned = Math.abs(segment.box.x - hit.box.x) < page.lineHeight * 1.5
  return isAligned || horizontalOverlap({ a: hit.box, b: segment.box }) > 0.5
}

/**
 * Prices have labels in them (`Total 5.00`), addresses do not: only a label at the beginning ends the search,
 * and only one that has something to name (`Client Company Inc.` is a name).
 */
function startsWithLabel({
  segment,
  labelled,
}: {
  segment: Segment
  labelled: Map<Segment, LabelHit[]>
}): boolean {
  return (labelled.get(segment) ?? []).some(
    (hit) => hit.isAtStart && (hit.isAlone || /[:.#]$/.test(hit.text) || /\d/.test(segment.text)),
  )
}
