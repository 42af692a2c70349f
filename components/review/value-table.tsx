'use client'

import { useRef, useState } from 'react'
import { useWords } from '../shell/words'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { CopyButton } from '../ui/copy-button'
import type { ResultRow, ResultTable } from './result-tree'
import { RowFooter } from './row-footer'
import { tableText } from './table-text'
import { useRowChange } from './use-row-change'
import { ValueRow } from './value-row'

const rowsAtOnce = 100

/** Line items and the like. Wide ones scroll in their box; long ones grow on request. */
export function ValueTable({ table }: { table: ResultTable }) {
  const { t, format } = useWords()
  const [limit, setLimit] = useState(rowsAtOnce)
  const { canChange, isBusy, change } = useRowChange()
  const canChangeRows = canChange && table.hasRows
  const [newPath, setNewPath] = useState<string | null>(null)
  const putBack = useRef<HTMLButtonElement>(null)
  const add = async () => {
    const places = table.rows.length + table.removed.length
    setNewPath(`${table.path}.${places}`)
    setLimit(Math.max(limit, places + 1))
    await change({ path: table.path, action: 'add' })
  }
  const remove = async ({ path }: ResultRow) => {
    if (await change({ path, action: 'remove' })) requestAnimationFrame(() => putBack.current?.focus())
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
              {canChangeRows ? (
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
                isNew={row.path === newPath}
                onRemove={canChangeRows ? () => void remove(row) : null}
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
      {canChangeRows ? (
        <RowFooter
          table={table}
          isBusy={isBusy}
          putBack={putBack}
          onAdd={() => void add()}
          onRestore={({ path }) => void change({ path, action: 'restore' })}
        />
      ) : null}
    </section>
  )
}
