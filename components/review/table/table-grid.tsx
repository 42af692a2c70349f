'use client'

import { useId, useMemo, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/controls/button'
import { CopyButton } from '@/components/ui/controls/copy-button'
import { FieldFindings } from '../findings/field-findings'
import type { ResultRow, ResultTable } from '../result/result-tree'
import { tableText } from '../result/value-text'
import { columnSum } from './column-sum'
import { CellEditor, GridCell } from './grid-cell'
import { offersIn } from './line-check'
import { SumLine } from './sum-line'
import { TableToolbar } from './table-toolbar'
import { useTableWork } from './table-work'
import { useGrid } from './use-grid'
import { useTableChanges } from './use-table-changes'

const rowsAtOnce = 100

/** Line items and the like, worked on as in a spreadsheet. Wide ones scroll in their box; long ones grow on request. */
export function TableGrid({ table }: { table: ResultTable }) {
  const { t, format } = useI18n()
  const { values, result, breaches } = useTableWork()
  const [limit, setLimit] = useState(rowsAtOnce)
  const changes = useTableChanges(table)
  const sum = useMemo(() => columnSum({ table, result, values }), [table, result, values])
  const offers = useMemo(
    () => offersIn({ breaches, isSumRight: sum?.answer?.isEqual ?? false }),
    [breaches, sum],
  )
  const shownRows = Math.max(limit, table.rows.findLastIndex(({ change }) => change?.added) + 1)
  const grid = useGrid({ table, shownRows, changes, offers })
  const problemId = useId()
  const more = Math.min(rowsAtOnce, table.rows.length - shownRows)

  const cellsOf = (row: ResultRow, at: number) =>
    row.cells.map((cell, column) => {
      const isActive = at === grid.at.row && column === grid.at.column
      const isNumeric = table.columns[column]?.isNumeric ?? false
      if (isActive && grid.editing) {
        return (
          <CellEditor
            key={cell.key}
            value={cell}
            isNumeric={isNumeric}
            text={grid.editing.text}
            isTyped={grid.editing.isTyped}
            problem={grid.problem}
            problemId={problemId}
            onText={grid.type}
          />
        )
      }
      const offered = changes.canChange ? (offers.get(cell.path) ?? null) : null
      return (
        <GridCell
          key={cell.key}
          value={cell}
          isNumeric={isNumeric}
          isActive={isActive}
          offered={offered}
          onChoose={() => grid.choose({ row: at, column })}
          onEdit={() => grid.begin()}
          onAccept={() => offered !== null && changes.accept({ cell, value: offered })}
        />
      )
    })
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
      <div ref={grid.box} className="overflow-x-auto rounded-lg border" hidden={table.rows.length === 0}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the keyboard is a grid
          role="grid"
          aria-label={table.label}
          aria-rowcount={table.rows.length + 1}
          onKeyDown={grid.press}
          onCopy={grid.copy}
          onPaste={grid.paste}
          onFocus={grid.enter}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) grid.leave()
          }}
          className="w-full text-left text-sm"
        >
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
            {table.rows.slice(0, shownRows).map((row, at) => (
              <tr
                key={row.path}
                aria-rowindex={at + 2}
                title={addedWords(row)}
                className={classNames(
                  'divide-x',
                  row.change?.added && 'shadow-[inset_3px_0_0_var(--accent)]',
                )}
              >
                {cellsOf(row, at)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status" className="text-ink-soft text-xs">
        {grid.problem ? null : grid.status}
      </p>
      {grid.problem ? (
        <p id={problemId} role="alert" className="mt-1 text-bad text-xs">
          {grid.problem}
        </p>
      ) : null}
      {more > 0 ? (
        <Button
          variant="quiet"
          size="small"
          onClick={() => setLimit(shownRows + rowsAtOnce)}
          className="mt-1"
        >
          {t('review.values.more_rows', { rows: format.number(more) })}
        </Button>
      ) : null}
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <TableToolbar table={table} changes={changes} grid={grid} />
        {sum ? <SumLine sum={sum} /> : null}
      </div>
    </section>
  )

  function addedWords({ change }: ResultRow): string | undefined {
    if (!change?.added) return undefined
    return t('review.row.added', { name: change.by.name, time: format.dateTime(change.at) })
  }
}
