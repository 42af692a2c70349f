import { collectCandidates, type Labels } from './candidates'
import type { ReadingContext } from './context'
import { findDates } from './dates'
import type { LabelHit } from './find-labels'
import { type Found, toFound } from './found'
import type { Layout, Segment } from './layout'
import { readDate } from './read-values'
import { textOf, wordsBetween } from './word-text'

/** A labelled date below this is no surer than the first date of the page. */
const minLabelledScore = 0.3

/** The day the document was issued: as labelled, else the first date that no other label claims. */
export function findDocumentDate({
  layout,
  labels,
  context,
}: {
  layout: Layout
  labels: Labels
  context: ReadingContext
}): Found<string> | null {
  const read = (words: Parameters<typeof textOf>[0]) => readDate({ words, order: context.dateOrder })
  const [labelled] = collectCandidates({ field: 'date', labels, layout, read })
  if (labelled && labelled.score >= minLabelledScore) return labelled
  return findFirstDate({ layout, labels, context }) ?? labelled ?? null
}

function findFirstDate({
  layout,
  labels,
  context,
}: {
  layout: Layout
  labels: Labels
  context: ReadingContext
}): Found<string> | null {
  for (const line of layout.lines) {
    for (const [at, segment] of line.segments.entries()) {
      const [date] = findDates({ text: segment.text, order: context.dateOrder })
      if (!date || isClaimed({ segment, before: line.segments[at - 1], labels })) continue
      const words = wordsBetween({ words: segment.words, ...date })
      return toFound({
        read: { value: date.value, words, quality: 1 },
        pageIndex: line.pageIndex,
        score: 0.6,
      })
    }
  }
  return null
}

/** A label in front of a date says what the date is of, unless its own value stands between the two. */
function isClaimed({
  segment,
  before,
  labels,
}: {
  segment: Segment
  before: Segment | undefined
  labels: Labels
}): boolean {
  const own = (labels.bySegment.get(segment) ?? []).filter((hit) => !hasOwnValue(hit))
  const beside = before ? (labels.bySegment.get(before) ?? []).filter((hit) => hit.isAlone) : []
  return [...own, ...beside].some(
    (hit) => hit.isAtStart && !hit.meanings.some(({ field }) => field === 'date' || field === 'time'),
  )
}

/** `Invoice no. 77 of 10/02/2031`: the first figure behind the label is no date. */
function hasOwnValue({ rest }: LabelHit): boolean {
  const first = rest.find((word) => /\d/.test(word.text))
  return (
    first !== undefined &&
    findDates({ text: textOf(rest), order: 'day-first' }).every(
      (date) => !wordsBetween({ words: rest, ...date }).includes(first),
    )
  )
}
