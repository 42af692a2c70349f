import { rightOf } from '@/engine/extract/layout/box'
import type { Segment } from '@/engine/extract/layout/layout'
import { isStrip, printOf } from '@/engine/extract/layout/print'
import { splitCell, surroundingsOf } from '@/engine/extract/layout/surroundings'
import { textOf } from '@/engine/extract/layout/word-text'
import { labelsIn } from '@/engine/extract/paper/concepts'
import type { Paper } from '@/engine/extract/paper/paper'
import { type FeatureList, hashFeatures } from '@/engine/extract/ranking/hash'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'
import type { Box } from '@/engine/readers/reading'
import type { Candidate } from '../candidates/candidate'
import { addLabel, addRow } from './text-features'

export type ToDescribe = { features: FeatureList; paper: Paper; candidate: Candidate }

const labelWords = 6

/** What tells of every candidate: its labels, the rows around it, and where and how large it is printed. */
export function addPlace({ features, paper, candidate }: ToDescribe): void {
  const { segment, words, line } = candidate
  const { before, behind } = splitCell({ segment, words })
  const cell = placesOfCell(segment)
  if (before.length > 0) {
    features.add('from:in')
    addLabel({ features, name: 'l', label: { words: before.slice(-labelWords), segment }, detail: 'letters' })
    features.addPlaces(cell.leftOfLabel)
  } else features.addPlaces(cell.left)
  features.addPlaces(cell.above)
  addRow({ features, name: 'r', text: textOf(behind) })
  features.addPlaces(cell.right)
  features.add('cells:', Math.min(line.segments.length, 6))
  features.add('nth:', line.segments.indexOf(segment))
  features.add('last:', line.segments.at(-1) === segment && behind.length === 0)
  addPosition({ features, paper, candidate })
}

/** What all candidates of a cell share: a page of print has many of them. */
const placesOfCell = memoizeByRef((segment: Segment) => {
  const { left, above, right, blockHead, blockIndex } = surroundingsOf(segment)
  const [first, second] = left.map(endOf)
  const [upper, upper2, ...higher] = above
  const head = higher.find((one) => labelsIn(one).length > 0)
  return {
    left: hashFeatures((features) => {
      features.add('from:', first ? 'left' : 'none')
      addLabel({ features, name: 'l', label: first, detail: 'letters' })
      addLabel({ features, name: 'l2', label: second, detail: 'concepts' })
    }),
    leftOfLabel: hashFeatures((features) =>
      addLabel({ features, name: 'l2', label: first, detail: 'words' }),
    ),
    above: hashFeatures((features) => {
      addLabel({ features, name: 'a', label: upper && beginningOf(upper), detail: 'letters' })
      addLabel({ features, name: 'a2', label: upper2 && beginningOf(upper2), detail: 'concepts' })
      addLabel({ features, name: 'h', label: head && { ...head, segment: head }, detail: 'concepts' })
      if (blockHead === segment) features.add('b:self')
      else addLabel({ features, name: 'b', label: beginningOf(blockHead), detail: 'words' })
      features.add('b:index:', Math.min(blockIndex, 6))
    }),
    right: hashFeatures((features) => addRow({ features, name: 'rn', text: right?.text ?? '' })),
  }
})

function beginningOf(segment: Segment) {
  return { words: segment.words.slice(0, labelWords), segment }
}

function endOf(segment: Segment) {
  return { words: segment.words.slice(-labelWords), segment }
}

function addPosition({ features, paper: { pages }, candidate }: ToDescribe): void {
  const { words } = candidate
  const { page } = candidate.segment
  const [first] = words
  const last = words.at(-1)
  if (!first || !last) return
  const print = printOf(page)
  const [left, right] = [acrossOf({ print, x: first.box.x }), acrossOf({ print, x: rightOf(last.box) })]
  const x = tenthOf(left)
  const y = tenthOf((first.box.y - print.y) / Math.max(1, print.height))
  const height = first.box.height / Math.max(0.1, page.lineHeight)
  const middle = acrossOf({ print, x: (first.box.x + rightOf(last.box)) / 2 })
  features.add('y:', y)
  features.add('x:', x)
  features.add('right:', tenthOf(right))
  features.add('yx:', y, ':', x)
  features.add('middle:', Math.abs(middle - 0.5) < 0.06)
  features.add('size:', height < 0.8 ? 'small' : height < 1.15 ? 'usual' : height < 1.6 ? 'large' : 'huge')
  features.add('strip:', isStrip(page))
  features.add('strip:', isStrip(page), ':y:', y)
  const at = page === pages[0] ? 'first' : page === pages.at(-1) ? 'last' : 'middle'
  features.add('page:', at, ':', pages.length > 1)
  features.add('origin:', first.origin)
}

function acrossOf({ print, x }: { print: Box; x: number }): number {
  return (x - print.x) / Math.max(1, print.width)
}

function tenthOf(share: number): number {
  return Math.max(0, Math.min(9, Math.floor(share * 10)))
}
