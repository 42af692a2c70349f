import type { Word } from '../readers/reading'
import type { LabelHit } from './find-labels'
import { findSlots, type Slot } from './find-slots'
import { type Found, type ReadValue, toFound } from './found'
import type { Layout, Segment } from './layout'

export type Candidate<Value> = Found<Value> & {
  /** How well label, place and form fit, 0 to 1. */
  score: number
  hit: LabelHit
}

/** The labels of a document by segment and by field. */
export type Labels = { all: LabelHit[]; bySegment: Map<Segment, LabelHit[]> }

export function indexLabels(all: LabelHit[]): Labels {
  const bySegment = new Map<Segment, LabelHit[]>()
  for (const hit of all) bySegment.set(hit.segment, [...(bySegment.get(hit.segment) ?? []), hit])
  return { all, bySegment }
}

/** Values that stand where the labels of a field say, best first. */
export function collectCandidates<Value>({
  field,
  labels,
  layout,
  read,
}: {
  field: string
  labels: Labels
  layout: Layout
  read: (words: Word[]) => ReadValue<Value> | null
}): Candidate<Value>[] {
  return hitsOf({ field, labels })
    .flatMap(({ hit, weight }) => {
      const page = layout.pages[hit.pageIndex]
      const slots = page ? findSlots({ hit, page, labelled: labels.bySegment }) : []
      return slots.flatMap((slot) => toCandidates({ slot, hit, weight, read }))
    })
    .sort((a, b) => b.score - a.score)
}

export function hitsOf({
  field,
  labels,
}: {
  field: string
  labels: Labels
}): { hit: LabelHit; weight: number }[] {
  return labels.all.flatMap((hit) => {
    const meaning = hit.meanings.find((one) => one.field === field)
    return meaning ? [{ hit, weight: weighLabel({ hit, isWeak: meaning.isWeak }) }] : []
  })
}

/** A colon makes a label of a word in the middle of a line: `Packing list 331  Date: 14 May`. */
function weighLabel({ hit, isWeak }: { hit: LabelHit; isWeak: boolean }): number {
  const weightOfPlace = hit.isAtStart ? 1 : hit.text.endsWith(':') ? 0.9 : 0.5
  return (isWeak ? 0.6 : 1) * weightOfPlace
}

function toCandidates<Value>({
  slot,
  hit,
  weight,
  read,
}: {
  slot: Slot
  hit: LabelHit
  weight: number
  read: (words: Word[]) => ReadValue<Value> | null
}): Candidate<Value>[] {
  const value = read(slot.words)
  if (!value) return []
  const score = weight * weighSlot(slot) * value.quality
  return [{ ...toFound({ read: value, pageIndex: slot.pageIndex, score }), score, hit }]
}

/** Behind the label is surest; below it is where tables have their values. */
export function weighSlot({ direction, distance }: Slot): number {
  if (direction === 'inline') return 1
  if (direction === 'right') return Math.max(0.3, 0.97 - 0.08 * distance)
  return Math.max(0.3, 0.9 - 0.12 * distance)
}
