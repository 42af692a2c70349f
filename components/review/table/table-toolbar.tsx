'use client'

import { ListPlus, Plus, Trash2, Undo2 } from 'lucide-react'
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
          <Button
            variant="quiet"
            size="small"
            onClick={grid.addRow}
            aria-label={t('review.row.add_to', { label: table.label })}
          >
            <Plus aria-hidden />
            <span>{t('review.row.add')}</span>
          </Button>
          <Button
            variant="quiet"
            size="small"
            disabled={!hasRows}
            onClick={grid.insertRow}
            aria-label={t('review.table.insert_at', row)}
          >
            <ListPlus aria-hidden />
            <span>{t('review.table.insert')}</span>
          </Button>
          <Button
            variant="quiet"
            size="small"
            disabled={!hasRows}
            onClick={grid.removeRow}
            aria-label={t('review.row.remove', row)}
          >
            <Trash2 aria-hidden />
            <span>{t('review.row.remove_this')}</span>
          </Button>
        </>
      ) : null}
      {changes.undoable > 0 ? (
        <Button variant="quiet" size="small" onClick={grid.undo}>
          <Undo2 aria-hidden />
          <span>{t('review.table.undo')}</span>
        </Button>
      ) : last?.change ? (
        <span
          title={t('review.row.removed_by', {
            name: last.change.by.name,
            time: format.dateTime(timeOf(last)),
          })}
          className="flex items-center gap-1 pl-2 text-ink-soft text-xs"
        >
          <span role="status">{t('review.row.removed', { rows: table.removed.length })}</span>
          <Button variant="quiet" size="small" onClick={() => changes.restoreRow(last)}>
            <Undo2 aria-hidden />
            <span>{t('review.row.put_back')}</span>
          </Button>
        </span>
      ) : null}
    </div>
  )
}

const timeOf = ({ change }: ResultRow) => change?.at ?? ''
