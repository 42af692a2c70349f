import { weighSlot } from '../fields/candidates'
import type { ReadingContext } from '../extract/context'
import type { LabelHit } from '../extract/labels/find-labels'
import { findSlots, type Slot } from '../fields/find-slots'
import { type Found, type ReadValue, toFound } from '../extract/found'
import type { Layout, LayoutPage, Segment } from '../extract/layout/layout'
import type { Word } from '../readers/reading'
import { findByForm } from './find-by-form'
import { findByRole, isRole } from './find-by-role'
import { findNamedLabels, indexNamedLabels, type NamedLabel } from './find-named-labels'
import { findSections, weighSection } from './find-sections'
import { findTitle } from './find-title'
import { readAddress, readTopName } from './read-block'
import { readKind, type SchemaValue } from '../extract/values/read-kind'
import type { ValueField } from '../extract/schema/schema-field'
import { weighWords } from '../extract/labels/similarity'

export type ValueCandidate = { field: ValueField; found: Found<SchemaValue>; words: Word[]; score: number }

/** A weaker candidate found something by chance. */
const minScore = 0.4

/**
 * The single values that fields ask for. Each stands where a label on the page says, in the form its kind has; a
 * value printed once is given to the field that fits best. `taken` are words that belong to something else already.
 */
export function findValues(input: {
  fields: ValueField[]
  layout: Layout
  context: ReadingContext
  taken: Set<Word>
}): Map<ValueField, Found<SchemaValue>> {
  const { fields, layout, context, taken } = input
  const labels = findNamedLabels({ layout, fields, weights: weighWords(fields) }).filter(
    ({ hit }) => !hit.segment.words.some((word) => taken.has(word)) && !isRole(hit.segment),
  )
  const labelled = indexNamedLabels(labels)
  const sections = findSections({ fields, layout })
  const byLabel = labels.flatMap((label) => {
    const page = layout.pages[label.hit.pageIndex]
    return page ? candidatesOf({ label, page, labelled, context, sections }) : []
  })
  const chosen = assign({ candidates: byLabel, taken })
  const open = () => fields.filter((field) => !chosen.has(field))
  const others = [
    ...open().flatMap((field) => findByRole({ field, layout })),
    ...open().flatMap((field) => findTitle({ field, layout })),
    ...findByForm({ fields: open(), layout, context }),
  ]
  const used = new Set([...taken, ...[...chosen.values()].flatMap(({ words }) => words)])
  for (const [field, candidate] of assign({ candidates: others, taken: used })) chosen.set(field, candidate)
  return new Map([...chosen].map(([field, { found }]) => [field, found]))
}

function candidatesOf(input: {
  label: NamedLabel
  page: LayoutPage
  labelled: Map<Segment, LabelHit[]>
  context: ReadingContext
  sections: ReturnType<typeof findSections>
}): ValueCandidate[] {
  const { label, page, labelled, context, sections } = input
  const { hit, similarities } = label
  if (similarities.size === 0) return []
  const all = findSlots({ hit, page, labelled })
  return [...similarities].flatMap(([field, similarity]) => {
    const fit = similarity * weighPlace(hit) * weighSection({ field, hit, sections })
    return slotsFor({ field, slots: all }).flatMap((slot) => {
      const read = readSlot({ field, slot, label, page, labelled, context })
      if (!read) return []
      const score = Math.min(1, fit) * weighSlot(slot) * read.quality * weighInline({ field, slot, label })
      const found = toFound({ read, pageIndex: slot.pageIndex, score })
      return [{ field, found, words: read.words, score }]
    })
  })
}

/**
 * Beside a label only what is next to it is its value; below it, what comes first. Words right behind a label are all
 * of it, where a figure may follow its unit. All boxes of a form to choose from belong together.
 */
function slotsFor({ field, slots }: { field: ValueField; slots: Slot[] }): Slot[] {
  const inDirection = (direction: Slot['direction']) => slots.filter((slot) => slot.direction === direction)
  const beside = [...inDirection('inline'), ...inDirection('right')]
  const [first] = beside
  if (field.kind === 'choice' && first) {
    return [{ ...first, words: beside.flatMap(({ words }) => words) }]
  }
  if (isWordy(field) && first?.direction === 'inline') return [first]
  // A heading names itself; below a word of its own stands what it is about.
  if (field.kind === 'title') return []
  return [...inDirection('inline'), ...inDirection('right').slice(0, 2), ...inDirection('below').slice(0, 2)]
}

function isWordy({ kind }: ValueField): boolean {
  return kind === 'text' || kind === 'name' || kind === 'title'
}

/** A label in the middle of a sentence names nothing. */
function weighPlace(hit: LabelHit): number {
  return hit.isAtStart && hit.segment.words.length <= 16 ? 1 : 0.5
}

/** Words right behind a name without a colon or a gap may just go on with the sentence; figures do not. */
function weighInline({ field, slot, label }: { field: ValueField; slot: Slot; label: NamedLabel }): number {
  const isOpen = slot.direction === 'inline' && !label.hasColon && !/^[=–—-]/.test(slot.words[0]?.text ?? '')
  return isWordy(field) && isOpen ? 0.6 : 1
}

function readSlot(input: {
  field: ValueField
  slot: Slot
  label: NamedLabel
  page: LayoutPage
  labelled: Map<Segment, LabelHit[]>
  context: ReadingContext
}): ReadValue<SchemaValue> | null {
  const { field, slot, label, page, labelled, context } = input
  if (field.kind === 'address') return readAddress({ slot, hit: label.hit, page, labelled })
  const isBeside = slot.direction !== 'below'
  const top =
    field.kind === 'name' && isBeside
      ? readTopName({ field, slot, hit: label.hit, page, labelled, context })
      : null
  return top ?? readKind({ field, words: slot.words, context })
}

/** Best candidates first; words that one field has taken are not given to another. */
function assign({
  candidates,
  taken,
}: {
  candidates: ValueCandidate[]
  taken: Set<Word>
}): Map<ValueField, ValueCandidate> {
  const used = new Set(taken)
  const chosen = new Map<ValueField, ValueCandidate>()
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score)) {
    const { field, words, score } = candidate
    if (score < minScore || chosen.has(field) || words.some((word) => used.has(word))) continue
    chosen.set(field, candidate)
    for (const word of words) used.add(word)
  }
  return chosen
}
