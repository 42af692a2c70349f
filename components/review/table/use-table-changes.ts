'use client'

import { useRef, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import type { Place } from '@/lib/documents/model/corrections'
import { misfitOf } from '@/lib/documents/review/misfit'
import { errorMessage } from '@/lib/i18n/error-message'
import type { ResultRow, ResultTable, ResultValue, Scalar } from '../result/result-tree'
import { parseEntry } from '../result/value-entry'
import { parseBlock } from './clipboard-block'
import type { CellAt } from './grid-moves'
import { planPaste } from './plan-paste'
import { inverseOf, nextRow, type TableChange } from './table-change'
import { useTableWork } from './table-work'

type Judged = Pick<ResultValue, 'path' | 'entry' | 'value' | 'correction'>

/** What can be done to a table, each taken back by `undo` in turn. */
export function useTableChanges(table: ResultTable) {
  const { t, locale } = useI18n()
  const { save, resultSchema } = useTableWork()
  const done = useRef<TableChange[][]>([])
  const [undoable, setUndoable] = useState(0)

  const apply = (changes: TableChange[]) => {
    if (changes.length === 0) return
    done.current.push(inverseOf({ changes, table }))
    setUndoable(done.current.length)
    save?.(changes)
  }
  /** Why a value cannot stand in a cell; null where it can. */
  const problemOf = ({ cell, entry }: { cell: Judged; entry: Scalar }): string | null => {
    if (entry === cell.value) return null
    const read = cell.correction ? cell.correction.read : cell.value
    const misfit = misfitOf({ value: entry, read, path: cell.path, schema: resultSchema })
    return misfit && errorMessage(t, { code: 'document.value_misfit', values: misfit })
  }
  /** Saves what was typed; the problem with it where that cannot be. */
  const setCell = ({
    cell,
    text,
    place,
  }: {
    cell: ResultValue
    text: string
    place?: Place | undefined
  }): string | null => {
    const entry = parseEntry({ text, kind: cell.entry, locale })
    if (entry === undefined) return t(`review.edit.not_understood_${cell.entry}`)
    const problem = problemOf({ cell, entry })
    if (problem || entry === cell.value) return problem
    const change = { kind: 'correct' as const, path: cell.path, value: entry, was: cell.value }
    apply([{ ...change, ...(place && entry !== null && { place }) }])
    return null
  }
  /** The texts that their cells did not take. */
  const paste = ({ at, text }: { at: CellAt; text: string }): string[] => {
    const read = (cell: Judged, typed: string) => {
      const entry = parseEntry({ text: typed, kind: cell.entry, locale })
      return entry === undefined || problemOf({ cell, entry }) ? undefined : entry
    }
    const { changes, refused } = planPaste({ block: parseBlock(text), at, table, read })
    apply(changes)
    return refused
  }
  return {
    canChange: save !== null,
    canChangeRows: save !== null && table.hasRows,
    undoable,
    setCell,
    paste,
    accept: ({ cell, value }: { cell: ResultValue; value: number }) =>
      apply([{ kind: 'correct', path: cell.path, value, was: cell.value }]),
    addRow: (before?: ResultRow) =>
      apply([
        {
          kind: 'row',
          path: table.path,
          action: 'add',
          row: nextRow({ table }),
          ...(before && { before: before.path }),
        },
      ]),
    removeRow: ({ path }: ResultRow) => apply([{ kind: 'row', path, action: 'remove' }]),
    restoreRow: ({ path }: ResultRow) => apply([{ kind: 'row', path, action: 'restore' }]),
    undo: () => {
      const inverse = done.current.pop()
      setUndoable(done.current.length)
      if (inverse && inverse.length > 0) save?.(inverse)
    },
  }
}

export type TableChanges = ReturnType<typeof useTableChanges>
