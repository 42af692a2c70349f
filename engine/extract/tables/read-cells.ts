import type { Word } from '../../readers/reading'
import { type Found, type ReadValue, toFound } from '../layout/found'
import { textOf } from '../layout/word-text'
import type { ValueField } from '../schema/schema-field'
import type { ReadingContext } from '../values/context'
import { findAmounts } from '../values/money/amounts-in-words'
import { readKind, type SchemaValue } from '../values/read-kind'
import type { BodyRow } from './body-rows'
import { isNumeric, type Part, wordsOfCell } from './cell-parts'
import type { HeadColumn } from './heads/find-heads'

export type ListRow = Map<ValueField, Found<SchemaValue>>

const cellScore = 0.9

/** The values of a row's cells by the fields that their columns are of. */
export function readCells({ row, context }: { row: BodyRow; context: ReadingContext }): ListRow {
  const found: ListRow = new Map()
  for (const [column, parts] of row.cells) {
    const { field } = column
    const read = field ? readCell({ field, parts, context }) : null
    if (!field || !read) continue
    const score = cellScore * (0.5 + 0.5 * column.similarity) * read.quality
    found.set(field, toFound({ read, page: row.page, score }))
  }
  return found
}

type Cell = { field: ValueField; parts: Part[]; context: ReadingContext }

function readCell({ field, parts, context }: Cell): ReadValue<SchemaValue> | null {
  const words = wordsOfCell(parts)
  // In a column of texts any text is a value, be it elsewhere the label of something.
  if (field.kind === 'text' && !field.pattern) return toText({ words, field })
  if (field.kind === 'code' && !field.pattern && isRange(words)) return toText({ words, field })
  const read = (isNumeric(field) ? toGrouped(words) : null) ?? readKind({ field, words, context })
  // Where the head says that it is a share, its figures need not say so again.
  return (
    read ??
    (field.kind === 'percentage' ? readKind({ field: { ...field, kind: 'number' }, words, context }) : null)
  )
}

/** `5.4 - 12.1` and `< 6.9` are one value. */
function isRange(words: Word[]): boolean {
  return /^(?:[<>≤≥]\s?[\d.,]+|[\d.,]+\s?[-–]\s?[\d.,]+)$/.test(textOf(words))
}

function toText({ words, field }: Pick<Cell, 'field'> & { words: Word[] }): ReadValue<string> | null {
  const value = textOf(words.filter(({ text }) => !/^[-=_*.]{3,}$/.test(text))).replace(
    /^[\s:=|•·,;]+|[\s,;:|]+$/gu,
    '',
  )
  const isText = field.concept === 'description' ? /\p{L}{2}|\p{Lo}/u : /[\p{L}\d]/u
  return isText.test(value) ? { value, words, quality: 1 } : null
}

/** `67 021`: thousands with a blank between them, in currencies without cents. */
function toGrouped(words: Word[]): ReadValue<number> | null {
  const text = textOf(words)
  if (!/^-?\d{1,3}(?: \d{3})+$/.test(text)) return null
  return { value: Number(text.replace(/ /g, '')), words, quality: 1 }
}

/** The figure of a column in a row, whatever it is of. */
export function figureOf(input: {
  row: BodyRow
  column: HeadColumn
  context: ReadingContext
}): number | null {
  const words = wordsOfCell(input.row.cells.get(input.column) ?? [])
  const grouped = toGrouped(words)
  if (grouped) return grouped.value
  const [amount, ...others] = findAmounts({ words, decimalMark: input.context.decimalMark })
  return amount && others.length === 0 ? amount.value : null
}
