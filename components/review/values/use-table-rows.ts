'use client'

import { useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import type { RowAction } from '@/lib/documents/model/schema'
import type { ResultRow, ResultTable } from '../result/result-tree'
import { useValueSaving } from './value-save'

/** Adding rows to a table, taking them out and putting them back, with the keyboard led to where it goes on. */
export function useTableRows(table: ResultTable) {
  const { canChange, isBusy, change } = useRowChange()
  const [newPath, setNewPath] = useState<string | null>(null)
  const [isRemoved, setRemoved] = useState(false)
  const restoreButton = useRef<HTMLButtonElement>(null)
  const removed = table.removed.length
  // The row with the keyboard is gone; the way back is there once the answer has been drawn.
  useEffect(() => {
    if (!isRemoved || isBusy || removed === 0) return
    restoreButton.current?.focus()
    setRemoved(false)
  }, [isRemoved, isBusy, removed])
  const rowCount = table.rows.length + removed
  return {
    canChange: canChange && table.hasRows,
    isBusy,
    /** The path of the row this person has just added. */
    newPath,
    restoreButton,
    add: () => {
      setNewPath(`${table.path}.${rowCount}`)
      void change({ path: table.path, action: 'add' })
    },
    remove: async ({ path }: ResultRow) => setRemoved(await change({ path, action: 'remove' })),
    restore: ({ path }: ResultRow) => void change({ path, action: 'restore' }),
  }
}

/** Rows added and taken out, one at a time. `change` tells whether it was done; a refusal is said on the screen. */
function useRowChange() {
  const { t } = useI18n()
  const saving = useValueSaving()
  const [isBusy, setBusy] = useState(false)
  const change = async (row: { path: string; action: RowAction }): Promise<boolean> => {
    if (!saving || isBusy) return false
    setBusy(true)
    try {
      await saving.changeRow(row)
      return true
    } catch (error) {
      toast.error(failureText({ t, error }))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { canChange: saving !== null, isBusy, change }
}
