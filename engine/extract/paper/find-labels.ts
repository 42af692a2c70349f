import type { Box, Word } from '../../readers/reading'
import { bottomOf, boxAround, horizontalOverlap } from '../layout/box'
import type { LayoutPage, Segment } from '../layout/layout'
import { segmentsOf, segmentsWithin } from '../layout/segments-by-height'
import { textOf } from '../layout/word-text'
import { labelBook } from '../vocabulary/label-book'
import { memoizeByRef } from '../vocabulary/memoize-by-ref'
import { toTextKey } from '../vocabulary/text-key'

export type LabelHit = {
  segment: Segment
  concepts: string[]
  text: string
  /** So many letters and figures does it have. */
  letters: number
  box: Box
  /** Words of the segment that follow the label. */
  rest: Word[]
  /** A label in the middle of a sentence names nothing. */
  isAtStart: boolean
  /** The label is all there is in its segment. */
  isAlone: boolean
}

/**
 * Labels that the vocabulary knows, wherever they are printed on a page, by the segment that they stand in or end in;
 * within a line the longest one wins.
 */
export const labelsOn = memoizeByRef((page: LayoutPage): Map<Segment, LabelHit[]> => {
  const labels = new Map<Segment, LabelHit[]>()
  const single = new Map(segmentsOf(page).map((segment) => [segment, findInSegment(segment)]))
  const stacked = segmentsOf(page).flatMap((upper) => findStackedLabel({ upper, single }))
  const covered = new Set(stacked.flatMap(({ upper, lower }) => [upper, lower]))
  for (const [segment, hits] of single)
    if (hits.length > 0 && !covered.has(segment)) labels.set(segment, hits)
  for (const { lower, label } of stacked) labels.set(lower, [...(labels.get(lower) ?? []), label])
  return labels
})

/** Longest label in words; longer runs are sentences. */
const maxLabelWords = 6

function findInSegment(segment: Segment): LabelHit[] {
  const keys = segment.words.map((word) => toTextKey(word.text))
  const hits: LabelHit[] = []
  for (let start = 0; start < keys.length; ) {
    const found = longestLabelAt({ segment, keys, start })
    if (found) hits.push(toHit({ segment, start, ...found }))
    start = found ? found.end : start + 1
  }
  return hits
}

type Run = { segment: Segment; start: number }

function longestLabelAt({ segment, keys, start }: Run & { keys: string[] }) {
  if (keys[start] === '') return null
  const isForgiving = segment.page.source === 'ocr'
  const lookUp = isForgiving ? labelBook.forgiving : labelBook.exact
  let longest: { end: number; concepts: string[] } | null = null
  let key = ''
  for (let end = start + 1; end <= Math.min(keys.length, start + maxLabelWords); end += 1) {
    const last = keys[end - 1] ?? ''
    key += last
    if (key.length > labelBook.longestKey + 2 || !(isForgiving || labelBook.mayBegin(key))) break
    if (last === '' || (key.length < 3 && isInSentence({ segment, start, end }))) continue
    const concepts = lookUp(key)
    if (concepts.length > 0) longest = { end, concepts }
  }
  return longest
}

function toHit({ segment, start, end, concepts }: Run & { end: number; concepts: string[] }): LabelHit {
  const words = segment.words.slice(start, end)
  const before = segment.words.slice(0, start)
  const rest = segment.words.slice(end)
  const text = textOf(words)
  return {
    segment,
    concepts,
    text,
    letters: toTextKey(text).length,
    box: boxAround(words),
    rest,
    isAtStart: !before.some((word) => /\p{L}{2}/u.test(word.text)),
    isAlone: ![...before, ...rest].some((word) => toTextKey(word.text) !== ''),
  }
}

/** `de`, `to` and the like name something only at the beginning or with a mark behind them. */
function isInSentence({ segment, start, end }: Run & { end: number }): boolean {
  return start > 0 && !/[.:#º°]$/.test(segment.words[end - 1]?.text ?? '')
}

type StackedLabel = { label: LabelHit; upper: Segment; lower: Segment }

/** A label broken over two lines (`Sub` above `Total`); two labels, one above the other, stay two. */
function findStackedLabel(given: { upper: Segment; single: Map<Segment, LabelHit[]> }): StackedLabel[] {
  const { upper, single } = given
  if (upper.words.length > 3 || !labelBook.mayBegin(toTextKey(upper.text))) return []
  const { page } = upper
  const bottom = bottomOf(upper.box)
  // Wider than isRightBelow asks for.
  const strip = { top: bottom - page.lineHeight, bottom: bottom + 2 * page.lineHeight }
  const lower = segmentsWithin({ page, strip }).find((segment) => isRightBelow({ upper, lower: segment }))
  const isLabel = (segment: Segment) => single.get(segment)?.some(({ isAlone }) => isAlone)
  if (!lower || (isLabel(upper) && isLabel(lower))) return []
  const concepts = labelBook.exact(toTextKey(upper.text + lower.text))
  if (concepts.length === 0) return []
  const words = [...upper.words, ...lower.words]
  const text = `${upper.text} ${lower.text}`
  const segment = { page, words, text, box: boxAround([upper, lower]) }
  return [{ label: toHit({ segment, start: 0, end: words.length, concepts }), upper, lower }]
}

function isRightBelow({ upper, lower }: { upper: Segment; lower: Segment }): boolean {
  const { lineHeight, source } = upper.page
  const gap = lower.box.y - bottomOf(upper.box)
  // OCR boxes hug the letters, those of fonts include the leading.
  const maxGap = source === 'ocr' ? 1.3 : 0.9
  return (
    gap > -0.3 * lineHeight &&
    gap < maxGap * lineHeight &&
    lower.words.length <= 3 &&
    horizontalOverlap({ a: upper.box, b: lower.box }) > 0.5
  )
}
