import type { Box, Word } from '@/engine/readers/reading'
import { bottomOf, horizontalOverlap, unionOfBoxes } from '../layout/box'
import type { Layout, LayoutPage, Segment } from '../layout/layout'
import { segmentsOf, segmentsWithin } from '../layout/segments-by-height'
import { canBeginLabel, type LabelBook, lookUpLabel } from '../vocabulary/label-book'
import { toTextKey } from '../vocabulary/text-key'

export type LabelHit = {
  pageIndex: number
  segment: Segment
  concepts: string[]
  text: string
  box: Box
  /** Words of the segment that follow the label. */
  rest: Word[]
  /** A label in the middle of a sentence names nothing. */
  isAtStart: boolean
  /** The label is all there is in its segment. */
  isAlone: boolean
}

/** Labels of a step wherever they are printed; within a line the longest one wins. */
export function findLabels({ layout, book }: { layout: Layout; book: LabelBook }): LabelHit[] {
  return layout.pages.flatMap((page) => {
    const isForgiving = page.page.source === 'ocr'
    const single = segmentsOf(page).flatMap((segment) => findInSegment({ segment, book, isForgiving }))
    const stacked = findStackedLabels({ page, book, single })
    const covered = new Set(stacked.flatMap((hit) => hit.parts))
    return [...single.filter((hit) => !covered.has(hit.segment)), ...stacked.map((hit) => hit.label)]
  })
}

/** Longest label in words; longer runs are sentences. */
const maxLabelWords = 6

function findInSegment({
  segment,
  book,
  isForgiving,
}: {
  segment: Segment
  book: LabelBook
  isForgiving: boolean
}): LabelHit[] {
  const keys = segment.words.map((word) => toTextKey(word.text))
  const hits: LabelHit[] = []
  let start = 0
  while (start < keys.length) {
    const found = longestLabelAt({ words: segment.words, keys, start, book, isForgiving })
    if (found) hits.push(toHit({ segment, start, end: found.end, concepts: found.concepts }))
    start = found ? found.end : start + 1
  }
  return hits
}

function longestLabelAt({
  words,
  keys,
  start,
  book,
  isForgiving,
}: {
  words: Word[]
  keys: string[]
  start: number
  book: LabelBook
  isForgiving: boolean
}): { end: number; concepts: string[] } | null {
  if (keys[start] === '') return null
  let longest: { end: number; concepts: string[] } | null = null
  let key = ''
  for (let end = start + 1; end <= Math.min(keys.length, start + maxLabelWords); end += 1) {
    const last = keys[end - 1] ?? ''
    key += last
    if (key.length > book.longestKey + 2 || !(isForgiving || canBeginLabel({ book, key }))) break
    if (last === '' || (key.length < 3 && isInSentence({ words, start, end }))) continue
    const concepts = lookUpLabel({ book, key, isForgiving })
    if (concepts.length > 0) longest = { end, concepts }
  }
  return longest
}

function toHit({
  segment,
  start,
  end,
  concepts,
}: {
  segment: Segment
  start: number
  end: number
  concepts: string[]
}): LabelHit {
  const words = segment.words.slice(start, end)
  const before = segment.words.slice(0, start)
  return {
    pageIndex: segment.pageIndex,
    segment,
    concepts,
    text: words.map((word) => word.text).join(' '),
    box: unionOfBoxes(words.map((word) => word.box)),
    rest: segment.words.slice(end),
    isAtStart: !before.some((word) => /\p{L}{2}/u.test(word.text)),
    isAlone: ![...before, ...segment.words.slice(end)].some((word) => toTextKey(word.text) !== ''),
  }
}

/** `de`, `to` and the like name something only at the beginning or with a mark behind them. */
function isInSentence({ words, start, end }: { words: Word[]; start: number; end: number }): boolean {
  return start > 0 && !/[.:#º°]$/.test(words[end - 1]?.text ?? '')
}

type StackedLabel = { label: LabelHit; parts: Segment[] }

/** Labels broken over two lines (`Sub` above `Total`); two labels, one above the other, stay two. */
function findStackedLabels({
  page,
  book,
  single,
}: {
  page: LayoutPage
  book: LabelBook
  single: LabelHit[]
}): StackedLabel[] {
  const labelled = new Set(single.filter((hit) => hit.isAlone).map((hit) => hit.segment))
  return segmentsOf(page).flatMap((upper) => {
    if (upper.words.length > 3) return []
    const bottom = bottomOf(upper.box)
    // Wider than isRightBelow asks for.
    const strip = { top: bottom - page.lineHeight, bottom: bottom + 2 * page.lineHeight }
    const lower = segmentsWithin({ page, strip }).find((segment) =>
      isRightBelow({ upper, lower: segment, page }),
    )
    if (!lower || (labelled.has(upper) && labelled.has(lower))) return []
    const key = toTextKey(upper.text + lower.text)
    const concepts = lookUpLabel({ book, key, isForgiving: false })
    if (concepts.length === 0) return []
    const words = [...upper.words, ...lower.words]
    const segment = {
      pageIndex: upper.pageIndex,
      words,
      text: `${upper.text} ${lower.text}`,
      box: unionOfBoxes([upper.box, lower.box]),
    }
    return [{ label: toHit({ segment, start: 0, end: words.length, concepts }), parts: [upper, lower] }]
  })
}

function isRightBelow({ upper, lower, page }: { upper: Segment; lower: Segment; page: LayoutPage }): boolean {
  const gap = lower.box.y - bottomOf(upper.box)
  // OCR boxes hug the letters, those of fonts include the leading.
  const maxGap = page.page.source === 'ocr' ? 1.3 : 0.9
  return (
    gap > -0.3 * page.lineHeight &&
    gap < maxGap * page.lineHeight &&
    lower.words.length <= 3 &&
    horizontalOverlap({ a: upper.box, b: lower.box }) > 0.5
  )
}
