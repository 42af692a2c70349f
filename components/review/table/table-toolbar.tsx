'use client'

import { ListPlus, Plus, Trash2, Undo2 } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import type { ResultRow, ResultTable } from '../result/result-tree'
import type { useGrid } from './use-grid'
import type { TableChanges } from './use-table-changes'

type TableToolbarProps = { table: ResultTable; changes: TableChanges; grid: ReturnType<typeof useGrid> }

/** Rows in and out, and the way back, also to rows that were deleted earlier. */
export function TableToolbar({ table, changes, grid }: TableToolbarProps) {
  const { t, format } = useI18n()
  if (!changes.canChange) return null
  const last = table.removed.toSorted((one, other) => timeOf(one).localeCompare(timeOf(other))).at(-1)
  const row = { number: format.number(grid.at.row + 1), label: table.label }
  const hasRows = table.rows.length > 0
  return (
    <div className="-ml-2 flex flex-wrap items-center print:hidden">
      {changes.canChangeRows ? (
        <>
          <ToolButton
            sign={<Plus aria-hidden />}
            words={t('review.row.add')}
            aria-label={t('review.row.add_to', { label: table.label })}
            onClick={grid.addRow}
          />
          <ToolButton
            sign={<ListPlus aria-hidden />}
            words={t('review.table.insert')}
            aria-label={t('review.table.insert_at', row)}
            disabled={!hasRows}
            onClick={grid.insertRow}
          />
          <ToolButton
            sign={<Trash2 aria-hidden />}
            words={t('review.row.remove_this')}
            aria-label={t('review.row.remove', row)}
            disabled={!hasRows}
            onClick={grid.removeRow}
          />
        </>
      ) : null}
      {changes.undoable > 0 ? (
        <ToolButton sign={<Undo2 aria-hidden />} words={t('review.table.undo')} onClick={grid.undo} />
      ) : last?.change ? (
        <span
          title={t('review.row.removed_by', {
            name: last.change.by.name,
            time: format.dateTime(timeOf(last)),
          })}
          className="flex items-center gap-1 pl-2 text-ink-soft text-xs"
        >
          <span role="status">{t('review.row.removed', { rows: table.removed.length })}</span>
          <ToolButton
            sign={<Undo2 aria-hidden />}
            words={t('review.row.put_back')}
            onClick={() => changes.restoreRow(last)}
          />
        </span>
      ) : null}
    </div>
  )
}

type ToolButtonProps = Pick<ComponentProps<typeof Button>, 'aria-label' | 'disabled' | 'onClick'> & {
  sign: ReactNode
  words: string
}

function ToolButton({ sign, words, ...button }: ToolButtonProps) {
  return (
    <Button variant="quiet" size="small" {...button}>
      {sign}
      <span>{words}</span>
    </Button>
  )
}

const timeOf = ({ change }: ResultRow) => change?.at ?? ''
