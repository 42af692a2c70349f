'use client'

import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { IconButton } from '@/components/ui/controls/icon-button'
import type { ResultRow, ResultTable } from '../result/result-tree'
import { ValueCell } from './value-cell'
import { ValueLine } from './value-line'

type ValueRowProps = {
  table: ResultTable
  row: ResultRow
  number: number
  /** Just added by this person: its first cell waits for them. */
  isNew: boolean
  /** Null where rows are only shown. */
  onRemove: (() => void) | null
}

/** A row of a table. Under a finger, where cells are too small to hold buttons, it opens to a line per value. */
export function ValueRow({ table, row, number, isNew, onRemove }: ValueRowProps) {
  const { t } = useI18n()
  const [isOpen, setOpen] = useState(false)
  const { label, columns } = table
  return (
    <>
      <tr className="group/row hover:bg-sunken/40">
        {row.cells.map((cell, index) => (
          <ValueCell
            key={cell.key}
            value={cell}
            isNumeric={columns[index]?.isNumeric ?? false}
            startsOpen={isNew && index === 0}
          />
        ))}
        {onRemove ? (
          <td className="w-px whitespace-nowrap py-0.5 pr-1 text-right align-top pointer-coarse:sticky pointer-coarse:right-0 pointer-coarse:bg-surface">
            <AddedIcon row={row} />
            <IconButton
              label={t('review.row.edit', { number, label })}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
              className="hidden pointer-coarse:inline-flex"
            >
              <Pencil aria-hidden />
            </IconButton>
            <IconButton
              label={t('review.row.remove', { number, label })}
              onClick={onRemove}
              className="size-7 opacity-0 focus-visible:opacity-100 group-hover/row:opacity-100 pointer-coarse:hidden"
            >
              <Trash2 aria-hidden />
            </IconButton>
          </td>
        ) : null}
      </tr>
      {isOpen && onRemove ? (
        <tr>
          <td colSpan={row.cells.length + 1} className="bg-sunken/40 py-1.5">
            <div className="sticky left-0 w-[min(100%,calc(100vw-4.5rem))]">
              <dl>
                {row.cells.map((cell) => (
                  <ValueLine key={cell.key} value={cell} keysShown={false} />
                ))}
              </dl>
              <Button variant="quiet" size="small" onClick={onRemove} className="mx-2">
                <Trash2 aria-hidden />
                <span>{t('review.row.remove_this')}</span>
              </Button>
            </div>
          </td>
        </tr>
      ) : null}
    </>
  )
}

function AddedIcon({ row }: { row: ResultRow }) {
  const { t, format } = useI18n()
  if (!row.change?.added) return null
  const { by, at } = row.change
  const words = t('review.row.added', { name: by.name, time: format.dateTime(at) })
  return (
    <span title={words} className="inline-flex size-7 items-center justify-center align-top text-accent">
      <Plus aria-hidden className="size-3.5" />
      <span className="sr-only">{words}</span>
    </span>
  )
}
