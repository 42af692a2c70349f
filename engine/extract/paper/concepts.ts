import type { Word } from '../../readers/reading'
import { boxAround } from '../layout/box'
import type { Segment } from '../layout/layout'
import { splitCell, surroundingsOf } from '../layout/surroundings'
import { textOf } from '../layout/word-text'
import { memoizeByRef } from '../vocabulary/memoize-by-ref'
import { toTextKey } from '../vocabulary/text-key'
import { type LabelHit, labelsOn } from './find-labels'

/** Some words of a cell. */
export type InCell = { words: Word[]; segment: Segment }

/** What a label names, and whether the label is all that the words around it say. */
export type Naming = { concept: string; isWhole: boolean }

/** The labels that stand in a cell, or end in it. */
export function labelsIn(segment: Segment): LabelHit[] {
  return labelsOn(segment.page).get(segment) ?? []
}

/** The concepts that labels among some words of a cell name. */
export function conceptsOf({ words, segment }: InCell): Naming[] {
  return words === segment.words ? conceptsOfCell(segment) : conceptsAmong({ words, segment })
}

const conceptsOfCell = memoizeByRef((segment: Segment) => conceptsAmong({ words: segment.words, segment }))

function conceptsAmong({ words, segment }: InCell): Naming[] {
  const hits = labelsIn(segment)
  if (hits.length === 0 || words.length === 0) return []
  const { x, width } = boxAround(words)
  const among = hits.filter((hit) => {
    const middle = hit.box.x + hit.box.width / 2
    return hit.segment !== segment || (middle >= x - 1 && middle <= x + width + 1)
  })
  if (among.length === 0) return []
  const letters = toTextKey(textOf(words)).replace(/\p{Nd}/gu, '').length
  return among.flatMap((hit) => hit.concepts.map((concept) => ({ concept, isWhole: hit.letters >= letters })))
}

/** What a cell says as a whole. */
export function conceptsIn(segment: Segment): Naming[] {
  return conceptsOf({ words: segment.words, segment })
}

/** Where the label of some words may stand: before them in their cell, to its left, above it. */
export function labelsBeside({ words, segment }: InCell): InCell[] {
  const { left, above } = surroundingsOf(segment)
  const cells = [left[0], above[0]].flatMap((cell) => (cell ? [{ words: cell.words, segment: cell }] : []))
  return [{ words: splitCell({ words, segment }).before, segment }, ...cells]
}

/** Whether a label before, beside or above some words names one of these concepts. */
export function isLabelledAs({ concepts, ...own }: InCell & { concepts: string[] }): boolean {
  return labelsBeside(own).some((label) =>
    conceptsOf(label).some(({ concept }) => concepts.includes(concept)),
  )
}
