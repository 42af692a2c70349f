'use client'

import { useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/controls/button'
import { CopyButton } from '@/components/ui/controls/copy-button'
import { FieldFindings } from '../findings/field-findings'
import type { ResultTable } from '../result/result-tree'
import { tableText } from '../result/value-text'
import { RowFooter } from './row-footer'
import { useTableRows } from './use-table-rows'
import { ValueRow } from './value-row'

const rowsAtOnce = 100

/** Line items and the like. Wide ones scroll in their box; long ones grow on request. */
export function ValueTable({ table }: { table: ResultTable }) {
  const { t, format } = useI18n()
  const [limit, setLimit] = useState(rowsAtOnce)
  const rows = useTableRows(table)
  const add = () => {
    rows.add()
    setLimit(Math.max(limit, table.rows.length + 1))
  }
  const more = Math.min(rowsAtOnce, table.rows.length - limit)
  return (
    <section aria-label={table.label} className="px-4 py-3 sm:px-5">
      <div className="mb-1 flex items-center gap-2">
        <h3 className="text-sm">{table.label}</h3>
        <span className="figures text-ink-faint text-xs">
          {table.rows.length > 0
            ? t('review.values.rows', { rows: table.rows.length })
            : t('review.value.not_found')}
        </span>
        <CopyButton
          text={() => tableText(table)}
          label={t('review.values.copy_table', { label: table.label })}
          copiedLabel={t('common.copied')}
          className={classNames('-my-1 ml-auto size-7', table.rows.length === 0 && 'invisible')}
        />
      </div>
      <FieldFindings path={table.path} className="mb-2" />
      <div className="overflow-x-auto rounded-lg border" hidden={table.rows.length === 0}>
        <table className="w-full text-left text-sm">
          <thead>
            <tr className="border-b bg-sunken/50 text-ink-faint text-xs">
              {table.columns.map(({ key, label, isNumeric }) => (
                <th
                  key={key}
                  scope="col"
                  className={classNames(
                    'whitespace-nowrap px-3 py-1.5 font-medium',
                    isNumeric && 'text-right',
                  )}
                >
                  {label}
                </th>
              ))}
              {rows.canChange ? (
                <th>
                  <span className="sr-only">{t('review.row.actions')}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody className="divide-y">
            {table.rows.slice(0, limit).map((row, index) => (
              <ValueRow
                key={row.path}
                table={table}
                row={row}
                number={index + 1}
                isNew={row.path === rows.newPath}
                onRemove={rows.canChange ? () => void rows.remove(row) : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 ? (
        <Button variant="quiet" size="small" onClick={() => setLimit(limit + rowsAtOnce)} className="mt-1">
          {t('review.values.more_rows', { rows: format.number(more) })}
        </Button>
      ) : null}
      {rows.canChange ? (
        <RowFooter
          table={table}
          isBusy={rows.isBusy}
          restoreButton={rows.restoreButton}
          onAdd={add}
          onRestore={rows.restore}
        />
      ) : null}
    </section>
  )
}
