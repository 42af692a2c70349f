'use client'

import { Plus, Undo2 } from 'lucide-react'
import type { Ref } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import type { ResultRow, ResultTable } from '../result/result-tree'

type RowFooterProps = {
  table: ResultTable
  isBusy: boolean
  restoreButton: Ref<HTMLButtonElement>
  onAdd: () => void
  onRestore: (row: ResultRow) => void
}

/** Below a table: a row more, and the way back for the rows that were taken out. */
export function RowFooter({ table, isBusy, restoreButton, onAdd, onRestore }: RowFooterProps) {
  const { t, format } = useI18n()
  const last = table.removed.toSorted((one, other) => timeOf(one).localeCompare(timeOf(other))).at(-1)
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3">
      <Button
        variant="quiet"
        size="small"
        disabled={isBusy}
        onClick={onAdd}
        aria-label={t('review.row.add_to', { label: table.label })}
      >
        <Plus aria-hidden />
        <span>{t('review.row.add')}</span>
      </Button>
      {last?.change ? (
        <span
          title={t('review.row.removed_by', {
            name: last.change.by.name,
            time: format.dateTime(timeOf(last)),
          })}
          className="ml-auto flex items-center gap-1 text-ink-soft text-xs"
        >
          <span role="status">{t('review.row.removed', { rows: table.removed.length })}</span>
          <Button
            ref={restoreButton}
            variant="quiet"
            size="small"
            disabled={isBusy}
            onClick={() => onRestore(last)}
          >
            <Undo2 aria-hidden />
            <span>{t('review.row.put_back', { rows: table.removed.length })}</span>
          </Button>
        </span>
      ) : null}
    </div>
  )
}

const timeOf = ({ change }: ResultRow) => change?.at ?? ''
