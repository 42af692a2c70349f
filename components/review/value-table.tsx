'use client'

import { useState } from 'react'
import { useWords } from '../shell/words'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { CopyButton } from '../ui/copy-button'
import type { ResultTable } from './result-tree'
import { tableText } from './table-text'
import { ValueCell } from './value-cell'

const rowsAtOnce = 100

/** Line items and the like. Wide ones scroll in their box; long ones grow on request. */
export function ValueTable({ table }: { table: ResultTable }) {
  const { t, format } = useWords()
  const [limit, setLimit] = useState(rowsAtOnce)
  const more = Math.min(rowsAtOnce, table.rows.length - limit)
  return (
    <section aria-label={table.label} className="px-4 py-3 sm:px-5">
      <div className="mb-1 flex items-center gap-2">
        <h3 className="text-sm">{table.label}</h3>
        <span className="figures text-ink-faint text-xs">
          {t('review.values.rows', { rows: table.rows.length })}
        </span>
        <CopyButton
          text={() => tableText(table)}
          label={t('review.values.copy_table', { label: table.label })}
          copiedLabel={t('common.copied')}
          className="-my-1 ml-auto size-7"
        />
      </div>
      <div className="overflow-x-auto rounded-lg border">
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
            </tr>
          </thead>
          <tbody className="divide-y">
            {table.rows.slice(0, limit).map((row) => (
              <tr key={row[0]?.path} className="hover:bg-sunken/40">
                {row.map((cell, index) => (
                  <ValueCell
                    key={cell.key}
                    value={cell}
                    isNumeric={table.columns[index]?.isNumeric ?? false}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 ? (
        <Button variant="quiet" size="small" onClick={() => setLimit(limit + rowsAtOnce)} className="mt-1">
          {t('review.values.more_rows', { rows: format.number(more) })}
        </Button>
      ) : null}
    </section>
  )
}
