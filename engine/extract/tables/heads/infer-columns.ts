import type { ReadingContext } from '@/engine/extract/values/context'
import { isDistinctive, toTokens } from '@/engine/extract/vocabulary/tokens'
import type { Word } from '../../../readers/reading'
import { textOf } from '../../layout/word-text'
import type { ValueField, ValueKind } from '../../schema/schema-field'
import { readKind } from '../../values/read-kind'
import type { BodyRow } from '../body-rows'
import { wordsOfCell } from '../cell-parts'
import type { Head, HeadColumn } from './find-heads'

/** Kinds whose form tells them from anything else. */
const formal: ValueKind[] = ['date', 'date-time', 'time', 'boolean', 'choice', 'email', 'iban', 'uri']

/** As sure as a head that shares its form words alone. */
const similarity = 0.6

type Table = { head: Head; rows: BodyRow[]; context: ReadingContext }

/**
 * Columns named by their content: the one of a kind that is asked for, where the one column of that kind has a head
 * that says no more than that, or the list's own name for it does not.
 */
export function inferColumns(table: Table): Map<HeadColumn, HeadColumn> {
  const { head } = table
  const named = new Set(head.columns.map(({ field }) => field))
  const open = head.list.columns.filter(
    (field) => !named.has(field) && (formal.includes(field.kind) || field.concept === 'description'),
  )
  return new Map(
    open.flatMap((field) => {
      if (open.some((other) => other !== field && other.kind === field.kind)) return []
      const [column, ...others] = head.columns.filter(
        (one) =>
          one.field === null && !(one.isOther && field.concept) && holds({ ...table, column: one, field }),
      )
      const isName = field.concept === 'description' && column?.isOther === false
      const isOpen =
        column && others.length === 0 && (isName || isBare(column.text) || isBare(field.path.at(-1) ?? ''))
      return isOpen ? [[column, { ...column, field, similarity }] as const] : []
    }),
  )
}

/** Whether a name says only of what form something is. */
function isBare(text: string): boolean {
  return !toTokens(text).some(isDistinctive)
}

function holds(input: Table & { column: HeadColumn; field: ValueField }): boolean {
  const { rows, column, field, context } = input
  const cells = rows.flatMap(({ cells: all }) => {
    const parts = all.get(column)
    return parts ? [wordsOfCell(parts)] : []
  })
  return cells.length * 2 > rows.length && cells.every((words) => isOfKind({ field, words, context }))
}

function isOfKind({
  field,
  words,
  context,
}: {
  field: ValueField
  words: Word[]
  context: ReadingContext
}): boolean {
  if (field.concept === 'description') return /\p{L}{2}/u.test(textOf(words))
  return textOf(words).length < 40 && readKind({ field, words, context }) !== null
}
