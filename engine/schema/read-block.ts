import type { ReadingContext } from '../extract/context'
import type { LabelHit } from '../extract/labels/find-labels'
import type { Slot } from '../fields/find-slots'
import type { ReadValue } from '../extract/found'
import type { LayoutPage, Segment } from '../extract/layout/layout'
import { textOf } from '../extract/layout/word-text'
import type { Word } from '../readers/reading'
import { readKind, type SchemaValue } from '../extract/values/read-kind'
import type { ValueField } from '../extract/schema/schema-field'
import { findBlock, isCentredBeside } from './text-block'
import { toTokens } from '../extract/labels/tokens'

type Place = { slot: Slot; hit: LabelHit; page: LayoutPage; labelled: Map<Segment, LabelHit[]> }

/** What ends an address: numbers to call, mail, the web, tax ids. */
const notAddress = /@|www\.|https?:|^\+?[\d\s()-]{7,}$|\b(?:tel|phone|fax|e-?mail|vat|nif|cif|iban)\b/i

/**
 * An address: all lines of its block, joined by commas. A label that does not say "address" stands before a name
 * as well, so lines before the first with a figure are not part of it.
 */
export function readAddress({ slot, hit, page, labelled }: Place): ReadValue<string> | null {
  const [first] = slot.words.filter((word) => /[\p{L}\d]/u.test(word.text))
  if (!first) return null
  const block = findBlock({ first, page, labelled })
  const isWhole = slot.direction === 'below' || isCentredBeside({ hit, block, page })
  const at = block.findIndex((words) => words[0] === first)
  const lines = withoutName({ lines: isWhole ? block : block.slice(Math.max(0, at)), hit })
  const end = lines.findIndex((words) => notAddress.test(textOf(words)))
  const used = end < 0 ? lines : lines.slice(0, end)
  const value = used.map((words) => textOf(words).replace(/^[\s:,]+|[\s,;]+$/g, '')).join(', ')
  if (!/\p{L}/u.test(value) || !/\d/.test(value)) return null
  return { value, words: used.flat(), quality: used.length > 1 ? 1 : 0.9 }
}

function withoutName({ lines, hit }: { lines: Word[][]; hit: LabelHit }): Word[][] {
  if (toTokens(hit.text).includes('address')) return lines
  const start = lines.findIndex((words) => /\d/.test(textOf(words)))
  return start < 0 ? [] : lines.slice(start)
}

/** Beside a label in the middle of a block, the block's first line is the name. */
export function readTopName({
  field,
  slot,
  hit,
  page,
  labelled,
  context,
}: Place & { field: ValueField; context: ReadingContext }): ReadValue<SchemaValue> | null {
  const [first] = slot.words
  if (!first) return null
  const block = findBlock({ first, page, labelled })
  const [top] = block
  if (!top || top[0] === first || !isCentredBeside({ hit, block, page })) return null
  return readKind({ field, words: top, context })
}
