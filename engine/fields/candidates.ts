import type { Word } from '../readers/reading'
import type { LabelHit } from '../extract/labels/find-labels'
import { findSlots, type Slot } from './find-slots'
import { type Found, type ReadValue, toFound } from '../extract/found'
import type { Layout, Segment } from '../extract/layout/layout'

export type Candidate<Value> = Found<Value> & {
  /** How well label, place and form fit, 0 to 1. */
  score: number
  hit: LabelHit
}

/** A label of a field, and how surely it names it, 0 to 1. */
export type FieldLabel = { hit: LabelHit; weight: number }

/** The labels of a document by segment and by field. */
export type Labels = { bySegment: Map<Segment, LabelHit[]>; byField: Map<string, FieldLabel[]> }

export function indexLabels(all: LabelHit[]): Labels {
  const labels: Labels = { bySegment: new Map(), byField: new Map() }
  for (const hit of all) {
    add({ to: labels.bySegment, key: hit.segment, item: hit })
    for (const { field, isWeak } of hit.meanings) {
      if (field !== null)
        add({ to: labels.byField, key: field, item: { hit, weight: weighLabel({ hit, isWeak }) } })
    }
  }
  return labels
}

function add<Key, Item>({ to, key, item }: { to: Map<Key, Item[]>; key: Key; item: Item }): void {
  const items = to.get(key)
  if (items) items.push(item)
  else to.set(key, [item])
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

/** The labels of a field in the order of the document. */
export function hitsOf({ field, labels }: { field: string; labels: Labels }): FieldLabel[] {
  return labels.byField.get(field) ?? []
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
