import { rightOf } from '@/engine/extract/layout/box'
import type { Segment } from '@/engine/extract/layout/layout'
import { isStrip, printOf } from '@/engine/extract/layout/print'
import { splitCell, surroundingsOf } from '@/engine/extract/layout/surroundings'
import { textOf } from '@/engine/extract/layout/word-text'
import { labelsIn } from '@/engine/extract/paper/concepts'
import type { Paper } from '@/engine/extract/paper/paper'
import { type Features, toPlaces } from '@/engine/extract/ranking/hash'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'
import type { Candidate } from '../candidates/candidate'
import { featuresOfLabel, featuresOfRow } from './text-features'

const labelWords = 6

/** What tells of every candidate: its labels, the rows around it, and where and how large it is printed. */
export function featuresOfPlace({ paper, candidate }: { paper: Paper; candidate: Candidate }): Features {
  const { segment, words, line } = candidate
  const { before, behind } = splitCell({ segment, words })
  const cell = featuresOfCell(segment)
  const label = { words: before.slice(-labelWords), segment }
  return [
    ...(before.length > 0
      ? ['from:in', ...featuresOfLabel({ prefix: 'l', label, detail: 'letters' }), cell.leftOfLabel]
      : [cell.left]),
    cell.above,
    ...featuresOfRow({ prefix: 'r', text: textOf(behind) }),
    cell.right,
    `cells:${Math.min(line.segments.length, 6)}`,
    `nth:${line.segments.indexOf(segment)}`,
    `last:${line.segments.at(-1) === segment && behind.length === 0}`,
    ...featuresOfPosition({ paper, candidate }),
  ]
}

/** What all candidates of a cell share: a page of print has many of them. */
const featuresOfCell = memoizeByRef((segment: Segment) => {
  const { left, above, right, blockHead, blockIndex } = surroundingsOf(segment)
  const [first, second] = left.map(endOf)
  const [upper, upper2, ...higher] = above
  const head = higher.find((one) => labelsIn(one).length > 0)
  return {
    left: toPlaces([
      `from:${first ? 'left' : 'none'}`,
      ...featuresOfLabel({ prefix: 'l', label: first, detail: 'letters' }),
      ...featuresOfLabel({ prefix: 'l2', label: second, detail: 'concepts' }),
    ]),
    leftOfLabel: toPlaces(featuresOfLabel({ prefix: 'l2', label: first, detail: 'words' })),
    above: toPlaces([
      ...featuresOfLabel({ prefix: 'a', label: upper && beginningOf(upper), detail: 'letters' }),
      ...featuresOfLabel({ prefix: 'a2', label: upper2 && beginningOf(upper2), detail: 'concepts' }),
      ...featuresOfLabel({
        prefix: 'h',
        label: head && { words: head.words, segment: head },
        detail: 'concepts',
      }),
      ...(blockHead === segment
        ? ['b:self']
        : featuresOfLabel({ prefix: 'b', label: beginningOf(blockHead), detail: 'words' })),
      `b:index:${Math.min(blockIndex, 6)}`,
    ]),
    right: toPlaces(featuresOfRow({ prefix: 'rn', text: right?.text ?? '' })),
  }
})

function beginningOf(segment: Segment) {
  return { words: segment.words.slice(0, labelWords), segment }
}

function endOf(segment: Segment) {
  return { words: segment.words.slice(-labelWords), segment }
}

function featuresOfPosition({ paper, candidate }: { paper: Paper; candidate: Candidate }): string[] {
  const { words } = candidate
  const { page } = candidate.segment
  const [first] = words
  const last = words.at(-1)
  if (!first || !last) return []
  const print = printOf(page)
  const tenths = (share: number) => Math.max(0, Math.min(9, Math.floor(share * 10)))
  const across = (x: number) => (x - print.x) / Math.max(1, print.width)
  const x = tenths(across(first.box.x))
  const y = tenths((first.box.y - print.y) / Math.max(1, print.height))
  const height = first.box.height / Math.max(0.1, page.lineHeight)
  const size = height < 0.8 ? 'small' : height < 1.15 ? 'usual' : height < 1.6 ? 'large' : 'huge'
  const middle = across((first.box.x + rightOf(last.box)) / 2)
  const { pages } = paper
  const at = page === pages[0] ? 'first' : page === pages.at(-1) ? 'last' : 'middle'
  return [
    `y:${y}`,
    `x:${x}`,
    `right:${tenths(across(rightOf(last.box)))}`,
    `yx:${y}:${x}`,
    `middle:${Math.abs(middle - 0.5) < 0.06}`,
    `size:${size}`,
    `strip:${isStrip(page)}`,
    `strip:${isStrip(page)}:y:${y}`,
    `page:${at}:${pages.length > 1}`,
    `origin:${first.origin}`,
  ]
}
