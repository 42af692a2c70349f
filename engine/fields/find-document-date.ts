import type { Word } from '../readers/reading'
import { collectCandidates, hitsOf, type Labels } from './candidates'
import type { ReadingContext } from '../extract/context'
import { isCreditNote, isOfOriginalInvoice } from './credit-note'
import { type FoundDate, findDates } from '../extract/values/dates'
import type { LabelHit } from '../extract/labels/find-labels'
import { type Found, toFound } from '../extract/found'
import type { Layout, Segment } from '../extract/layout/layout'
import { readDate } from '../extract/values/read-values'
import { textOf, wordsBetween } from '../extract/layout/word-text'

/** A labelled date below this is named in the middle of a sentence: no surer than one that stands alone. */
const minLabelledScore = 0.45

/** How sure a date is that stands alone in the letterhead, perhaps behind the name of a town. */
const standingAloneScore = 0.65

/** How sure a date is that follows the document's own number: `Invoice no. 77 of 10/02/2031`. */
const behindNumberScore = 0.85

/** The day the document was issued: as labelled, behind its number or alone, else the first that no label claims. */
export function findDocumentDate({
  layout,
  labels,
  context,
}: {
  layout: Layout
  labels: Labels
  context: ReadingContext
}): Found<string> | null {
  const read = (words: Word[]) => readDate({ words, order: context.dateOrder })
  const candidates = collectCandidates({ field: 'date', labels, layout, read })
  const own = isCreditNote(layout) ? candidates.filter(({ hit }) => !isOfOriginalInvoice(hit)) : candidates
  const [labelled] = own
  if (labelled && labelled.score >= behindNumberScore) return labelled
  const behindNumber = findDateBehindNumber({ labels, context })
  if (behindNumber) return behindNumber
  if (labelled && labelled.score >= minLabelledScore) return labelled
  return (
    findFirstDate({ layout, labels, context, isWanted: standsAlone, score: standingAloneScore }) ??
    labelled ??
    findFirstDate({ layout, labels, context, isWanted: () => true, score: 0.6 }) ??
    candidates[0] ??
    findOnlyDay({ layout, context }) ??
    findOrderDate({ layout, labels, context })
  )
}

function findDateBehindNumber({
  labels,
  context,
}: {
  labels: Labels
  context: ReadingContext
}): Found<string> | null {
  for (const { hit } of ['invoice_number', 'receipt_number'].flatMap((field) => hitsOf({ field, labels }))) {
    const [date] = findDates({ text: textOf(hit.rest), order: context.dateOrder })
    const between = date ? textOf(hit.rest).slice(0, date.start).trim().split(/\s+/) : []
    const isNear = between.length > 0 && between.length <= 4 && /\d/.test(between.slice(0, 2).join(' '))
    if (!date || !hit.isAtStart || !isNear) continue
    const words = wordsBetween({ words: hit.rest, ...date })
    const read = { value: date.value, words, quality: 1 }
    return toFound({ read, pageIndex: hit.pageIndex, score: behindNumberScore })
  }
  return null
}

/** `Bilbao, a 5 de noviembre de 2031` */
function standsAlone({ segment, date }: { segment: Segment; date: FoundDate }): boolean {
  const around = segment.text.slice(0, date.start) + segment.text.slice(date.end)
  return !/\d/.test(around) && around.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length <= 3
}

function findFirstDate({
  layout,
  labels,
  context,
  isWanted,
  score,
}: {
  layout: Layout
  labels: Labels
  context: ReadingContext
  isWanted: (place: { segment: Segment; date: FoundDate }) => boolean
  score: number
}): Found<string> | null {
  for (const line of layout.lines) {
    for (const [at, segment] of line.segments.entries()) {
      const [date] = findDates({ text: segment.text, order: context.dateOrder })
      if (!date || !isWanted({ segment, date })) continue
      if (isClaimed({ segment, before: line.segments[at - 1], labels })) continue
      const words = wordsBetween({ words: segment.words, ...date })
      return toFound({
        read: { value: date.value, words, quality: 1 },
        pageIndex: line.pageIndex,
        score,
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

/** `Entry 04/05 14:12, exit 04/05 18:37`: one day, whatever its labels say it is the day of. */
function findOnlyDay({ layout, context }: { layout: Layout; context: ReadingContext }): Found<string> | null {
  const days = layout.lines.flatMap((line) =>
    line.segments.flatMap((segment) =>
      findDates({ text: segment.text, order: context.dateOrder }).map((date) => ({ segment, date })),
    ),
  )
  const [first] = days
  if (!first || days.some(({ date }) => date.value !== first.date.value)) return null
  const { segment, date } = first
  const words = wordsBetween({ words: segment.words, ...date })
  return toFound({ read: { value: date.value, words, quality: 1 }, pageIndex: segment.pageIndex, score: 0.5 })
}

/** What a web shop sends instead of an invoice has the day of the order only. */
function findOrderDate({
  layout,
  labels,
  context,
}: {
  layout: Layout
  labels: Labels
  context: ReadingContext
}): Found<string> | null {
  const read = (words: Word[]) => readDate({ words, order: context.dateOrder })
  const [ordered] = collectCandidates({ field: 'order_date', labels, layout, read })
  return ordered ? { ...ordered, confidence: Math.min(ordered.confidence, 0.5) } : null
}
