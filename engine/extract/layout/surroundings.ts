import type { Box, Word } from '../../readers/reading'
import { memoizeByRef } from '../vocabulary/memoize-by-ref'
import { bottomOf, horizontalOverlap, rightOf } from './box'
import type { LayoutPage, Segment } from './layout'
import { isRightToLeft } from './reading-order'
import { segmentsWithin } from './segments-by-height'

/** What stands around a cell of a page: to its left in the line, above it, and at the head of its block. */
type Surroundings = {
  left: Segment[]
  above: Segment[]
  below: Segment | null
  right: Segment | null
  /** The first cell of the block that this one is part of, and how many cells lie between. */
  blockHead: Segment
  blockIndex: number
  blockLength: number
}

export const surroundingsOf = memoizeByRef((segment: Segment): Surroundings => {
  const { page } = segment
  const inLine = lineOf(segment)
  const at = inLine.indexOf(segment)
  const [before, behind] = [inLine.slice(0, Math.max(0, at)).reverse(), inLine.slice(at + 1)]
  // Where print runs from right to left, a label may stand on either side of its value.
  const [left, right] = isRightToLeftPage(page) ? [behind.concat(before), before] : [before, behind]
  const block = blocksOf(page).get(segment) ?? { head: segment, index: 0, length: 1 }
  return {
    left: left.filter(isWritten).slice(0, 2),
    right: right[0] ?? null,
    above: nearestAbove(segment),
    below: nearestBelow(segment),
    blockHead: block.head,
    blockIndex: block.index,
    blockLength: block.length,
  }
})

/** The cells of a cell's line. */
export function lineOf(segment: Segment): Segment[] {
  return linesOf(segment.page).get(segment) ?? [segment]
}

const linesOf = memoizeByRef(
  ({ lines }: LayoutPage) =>
    new Map(lines.flatMap(({ segments }) => segments.map((segment) => [segment, segments] as const))),
)

const isRightToLeftPage = memoizeByRef((page: LayoutPage): boolean =>
  isRightToLeft(page.lines.map(({ text }) => text).join('')),
)

/** Marks and figures alone (`:`, `1.00`) name nothing. */
function isWritten({ text }: Segment): boolean {
  return /\p{L}{2}|\p{L}\W*[:：]/u.test(text)
}

/** How far up a label or a head of its column may stand over a value, in lines of print. */
const reachAbove = 14

function nearestAbove({ page, box }: Segment): Segment[] {
  const strip = { top: box.y - reachAbove * page.lineHeight, bottom: box.y }
  return segmentsWithin({ page, strip })
    .filter(
      (other) => bottomOf(other.box) <= box.y + box.height * 0.35 && isOver({ upper: other.box, lower: box }),
    )
    .sort((a, b) => bottomOf(b.box) - bottomOf(a.box))
    .slice(0, 6)
}

function nearestBelow({ page, box }: Segment): Segment | null {
  const strip = { top: bottomOf(box), bottom: bottomOf(box) + 3 * page.lineHeight }
  const [next] = segmentsWithin({ page, strip })
    .filter(
      (other) => other.box.y >= bottomOf(box) - box.height * 0.35 && isOver({ upper: box, lower: other.box }),
    )
    .sort((a, b) => a.box.y - b.box.y)
  return next ?? null
}

function isOver({ upper, lower }: { upper: Box; lower: Box }): boolean {
  return horizontalOverlap({ a: upper, b: lower }) > 0.25 || Math.abs(upper.x - lower.x) < lower.height
}

/** Lines of print up to which cells below one another are one block. */
const blockGap = 0.9

type Block = { head: Segment; index: number; length: number }

/** The cells above and below that begin at the same edge, or are centred alike, without a wider gap. */
const blocksOf = memoizeByRef((page: LayoutPage): Map<Segment, Block> => {
  const stacks: Segment[][] = []
  const open: Segment[][] = []
  for (const { segments } of page.lines) {
    for (const segment of segments) {
      const stack = open.find((one) => continues({ upper: one.at(-1), lower: segment }))
      if (stack) stack.push(segment)
      else {
        const begun = [segment]
        stacks.push(begun)
        open.push(begun)
      }
    }
    const [first] = segments
    const isFar = (stack: Segment[]) => {
      const last = stack.at(-1)
      return last && first && bottomOf(last.box) + 3 * page.lineHeight < first.box.y
    }
    for (let at = open.length - 1; at >= 0; at -= 1) if (isFar(open[at] ?? [])) open.splice(at, 1)
  }
  const blocks = new Map<Segment, Block>()
  for (const stack of stacks) {
    const [head] = stack
    for (const [index, one] of stack.entries())
      if (head) blocks.set(one, { head, index, length: stack.length })
  }
  return blocks
})

function continues({ upper, lower }: { upper: Segment | undefined; lower: Segment }): boolean {
  if (!upper) return false
  const { lineHeight } = lower.page
  const gap = lower.box.y - bottomOf(upper.box)
  if (gap > blockGap * lineHeight || gap < -0.5 * lineHeight) return false
  const middles = Math.abs(upper.box.x + upper.box.width / 2 - lower.box.x - lower.box.width / 2)
  return (
    Math.abs(upper.box.x - lower.box.x) < lineHeight * 0.8 ||
    middles < lineHeight * 0.6 ||
    Math.abs(rightOf(upper.box) - rightOf(lower.box)) < lineHeight * 0.3
  )
}

/** The words before and behind some words in their own cell. */
export function splitCell({ segment, words }: { segment: Segment; words: Word[] }): {
  before: Word[]
  behind: Word[]
} {
  const [first] = words
  const last = words.at(-1)
  const start = first ? segment.words.indexOf(first) : -1
  const end = last ? segment.words.indexOf(last) : -1
  return {
    before: start > 0 ? segment.words.slice(0, start) : [],
    behind: end >= 0 ? segment.words.slice(end + 1) : [],
  }
}
