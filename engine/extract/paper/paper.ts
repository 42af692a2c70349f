import type { Reading, Word } from '@/engine/readers/reading'
import { unionOfBoxes } from '../layout/box'
import { buildLayout, type Layout, type Segment } from '../layout/layout'
import { textOf } from '../layout/word-text'
import { concludeContext, type ReadingContext } from '../values/context'
import { buildLabelBook } from '../vocabulary/label-book'
import { oncePer } from '../vocabulary/memoize-by-ref'
import { toTextKey } from '../vocabulary/text-key'
import { concepts } from '../vocabulary/vocabulary'
import { findLabels, type LabelHit } from './find-labels'
import { splitWords } from './split-words'

/** A document as extraction sees it: laid out, with what it says about its own notation and the labels printed on it. */
export type Paper = {
  layout: Layout
  context: ReadingContext
  /** Labels that the vocabulary knows, by the segment that they stand in or end in. */
  labels: Map<Segment, LabelHit[]>
}

/** Lays a reading out; worked out once for each. */
export const toPaper = oncePer((reading: Reading): Paper => {
  const layout = buildLayout(splitWords({ reading, book }))
  return { layout, context: concludeContext(layout), labels: indexLabels(layout) }
})

const book = buildLabelBook(concepts)

function indexLabels(layout: Layout): Map<Segment, LabelHit[]> {
  const homes = new Map<Word, Segment>()
  for (const { segments } of layout.lines)
    for (const segment of segments) for (const word of segment.words) homes.set(word, segment)
  const labels = new Map<Segment, LabelHit[]>()
  for (const hit of findLabels({ layout, book })) {
    // A label broken over two lines has a segment of its own; it counts where it ends.
    const last = hit.segment.words.at(-1)
    const home = last ? homes.get(last) : undefined
    if (home) labels.set(home, [...(labels.get(home) ?? []), hit])
  }
  return labels
}

/** The concepts that labels among some words of a cell name, and whether the label is all that these words say. */
export function conceptsOf({
  words,
  segment,
  paper,
}: {
  words: Word[]
  segment: Segment | null
  paper: Paper
}): { concept: string; isWhole: boolean }[] {
  const hits = segment ? (paper.labels.get(segment) ?? []) : []
  if (hits.length === 0) return []
  if (words.length === 0) return []
  const { x, width } = unionOfBoxes(words.map((word) => word.box))
  const whole = toTextKey(textOf(words)).replace(/\p{Nd}/gu, '')
  return hits.flatMap((hit) => {
    const middle = hit.box.x + hit.box.width / 2
    const isAmong = hit.segment !== segment || (middle >= x - 1 && middle <= x + width + 1)
    if (!isAmong) return []
    const isWhole = toTextKey(hit.text).length >= whole.length
    return hit.concepts.map((concept) => ({ concept, isWhole }))
  })
}
