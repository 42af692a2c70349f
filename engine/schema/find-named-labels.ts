import { bottomOf, horizontalOverlap, unionOfBoxes } from '../extract/layout/box'
import type { LabelHit } from '../extract/labels/find-labels'
import type { Layout, LayoutPage, Segment } from '../extract/layout/layout'
import type { Word } from '../readers/reading'
import type { ValueField } from '../extract/schema/schema-field'
import { compareLabel, minSimilarity, toLabelText, type WordWeights } from '../extract/labels/similarity'

/** Something on the page that names a value, and how well it names each field. */
export type NamedLabel = { hit: LabelHit; similarities: Map<ValueField, number>; hasColon: boolean }

/** Words without a colon behind them must name a field this well to be its label. */
const sureSimilarity = 0.8
const longestLabel = 7

/** All labels of a document: what ends in a colon, stands alone, or begins a line with the name of a field. */
export function findNamedLabels({
  layout,
  fields,
  weights,
}: {
  layout: Layout
  fields: ValueField[]
  weights: WordWeights
}): NamedLabel[] {
  const compare = (label: string) => compareAll({ label, fields, weights })
  return layout.pages.flatMap((page) => {
    const segments = page.lines.flatMap((line) => line.segments)
    return segments.flatMap((segment) => [
      ...findInSegment({ segment, compare }),
      ...findStacked({ upper: segment, segments, page, compare }),
    ])
  })
}

/** Labels by segment, for the search that ends where the next label begins. */
export function indexNamedLabels(labels: NamedLabel[]): Map<Segment, LabelHit[]> {
  const bySegment = new Map<Segment, LabelHit[]>()
  for (const { hit, similarities, hasColon } of labels) {
    const isSure = hasColon || Math.max(0, ...similarities.values()) >= sureSimilarity
    if (isSure) bySegment.set(hit.segment, [...(bySegment.get(hit.segment) ?? []), hit])
  }
  return bySegment
}

type Compare = (label: string) => Map<ValueField, number>

function compareAll(input: {
  label: string
  fields: ValueField[]
  weights: WordWeights
}): Map<ValueField, number> {
  const { fields, weights } = input
  const label = toLabelText(input.label)
  return new Map(
    fields.flatMap((field) => {
      const similarity = compareLabel({ label, field, weights })
      return similarity >= minSimilarity ? [[field, similarity] as const] : []
    }),
  )
}

function findInSegment({ segment, compare }: { segment: Segment; compare: Compare }): NamedLabel[] {
  const { words } = segment
  const labels: NamedLabel[] = []
  let start = 0
  for (let at = 0; at < words.length; at += 1) {
    if (!/\p{L}[)\]]?\s?[:：]$/u.test(words[at]?.text ?? '')) continue
    const from =
      start === 0 ? Math.max(0, at + 1 - longestLabel) : bestStart({ words, start, end: at + 1, compare })
    labels.push(toLabel({ segment, start: from, end: at + 1, compare, hasColon: true }))
    start = at + 1
  }
  if (labels.length > 0) return labels
  const whole =
    words.length <= longestLabel
      ? [toLabel({ segment, start: 0, end: words.length, compare, hasColon: false })]
      : []
  const prefix = findPrefix({ segment, compare })
  return [...whole, ...prefix].filter(({ similarities }) => similarities.size > 0)
}

/** `John Smith Policy number:` — of the words before a second colon, those that name a field best. */
function bestStart({
  words,
  start,
  end,
  compare,
}: {
  words: Word[]
  start: number
  end: number
  compare: Compare
}): number {
  const starts = Array.from({ length: Math.min(4, end - start) }, (_, back) => end - 1 - back)
  const rated = starts.map((from) => ({
    from,
    best: best(compare(textBetween({ words, start: from, end }))),
  }))
  return rated.sort((a, b) => b.best - a.best)[0]?.from ?? end - 1
}

/** `Deductible $1,000`: the longest beginning that is the name of a field. */
function findPrefix({ segment, compare }: { segment: Segment; compare: Compare }): NamedLabel[] {
  for (let end = Math.min(5, segment.words.length - 1); end > 0; end -= 1) {
    const label = toLabel({ segment, start: 0, end, compare, hasColon: false })
    if (best(label.similarities) >= sureSimilarity) return [label]
  }
  return []
}

/** Labels broken over two lines of a form. */
function findStacked(input: {
  upper: Segment
  segments: Segment[]
  page: LayoutPage
  compare: Compare
}): NamedLabel[] {
  const { upper, segments, page, compare } = input
  if (upper.words.length > 4 || /\d|:$/.test(upper.text)) return []
  const lower = segments.find((segment) => isRightBelow({ upper, lower: segment, page }))
  if (!lower) return []
  const segment = {
    pageIndex: upper.pageIndex,
    words: [...upper.words, ...lower.words],
    text: `${upper.text} ${lower.text}`,
    box: unionOfBoxes([upper.box, lower.box]),
  }
  const label = toLabel({
    segment,
    start: 0,
    end: segment.words.length,
    compare,
    hasColon: lower.text.endsWith(':'),
  })
  const apart = Math.max(best(compare(upper.text)), best(compare(lower.text)))
  return best(label.similarities) > apart ? [label] : []
}

function isRightBelow({ upper, lower, page }: { upper: Segment; lower: Segment; page: LayoutPage }): boolean {
  const gap = lower.box.y - bottomOf(upper.box)
  const isNear =
    gap > -0.3 * page.lineHeight && gap < (page.page.source === 'ocr' ? 1.3 : 0.5) * page.lineHeight
  return (
    isNear &&
    lower.words.length <= 4 &&
    !/\d/.test(lower.text) &&
    horizontalOverlap({ a: upper.box, b: lower.box }) > 0.5
  )
}

function toLabel({
  segment,
  start,
  end,
  compare,
  hasColon,
}: {
  segment: Segment
  start: number
  end: number
  compare: Compare
  hasColon: boolean
}): NamedLabel {
  const words = segment.words.slice(start, end)
  const rest = segment.words.slice(end)
  const text = words.map((word) => word.text).join(' ')
  const hit: LabelHit = {
    pageIndex: segment.pageIndex,
    segment,
    meanings: [],
    text,
    box: unionOfBoxes(words.map((word) => word.box)),
    rest,
    isAtStart: start === 0 || hasColon,
    isAlone: start === 0 && rest.length === 0,
  }
  return { hit, similarities: compare(text), hasColon }
}

function textBetween({ words, start, end }: { words: Word[]; start: number; end: number }): string {
  return words
    .slice(start, end)
    .map((word) => word.text)
    .join(' ')
}

function best(similarities: Map<ValueField, number>): number {
  return Math.max(0, ...similarities.values())
}
