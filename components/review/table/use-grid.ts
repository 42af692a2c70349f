'use client'

import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import type { Place } from '@/lib/documents/model/corrections'
import { useFieldPointing } from '../pointing/use-field-pointing'
import type { ResultTable } from '../result/result-tree'
import { entryText } from '../result/value-entry'
import { plainValue } from '../result/value-text'
import { type CellAt, cellAfter } from './grid-moves'
import type { Offers } from './line-check'
import type { TableChanges } from './use-table-changes'

/** What is typed into the cell at hand. */
type Editing = {
  path: string
  text: string
  /** Typing replaced the value: the arrows go on to other cells, as in a spreadsheet. */
  isTyped: boolean
  picked: { text: string; place: Place } | null
}

type Grid = { table: ResultTable; shownRows: number; changes: TableChanges; offers: Offers }

/** The cell at hand of a table, and what the keyboard does to it. */
export function useGrid({ table, shownRows, changes, offers }: Grid) {
  const { t, locale } = useI18n()
  const box = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<CellAt>({ row: 0, column: 0 })
  const [editing, setEditing] = useState<Editing | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [hasFocus, setFocus] = useState(false)
  const takesFocus = useRef(false)
  const size = { rows: Math.min(table.rows.length, shownRows), columns: table.columns.length }
  const at = { row: Math.max(0, Math.min(wanted.row, size.rows - 1)), column: wanted.column }
  const row = table.rows[at.row]
  const cell = row?.cells[at.column]

  // After each drawing: rows come and go, and an editor leaves the keyboard nowhere.
  useEffect(() => {
    const target = box.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')
    if (!takesFocus.current || !target) return
    takesFocus.current = false
    target.focus()
  })
  const goTo = (next: CellAt) => {
    takesFocus.current = true
    setWanted(next)
  }

  const asRead = cell ? entryText({ value: cell.value, locale }) : ''
  const begin = (start: Partial<Editing> = {}) => {
    if (!cell || !changes.canChange) return
    setProblem(null)
    setEditing({ path: cell.path, text: asRead, isTyped: false, picked: null, ...start })
  }
  const giveUp = () => {
    setEditing(null)
    setProblem(null)
    takesFocus.current = true
  }
  /** Whether what was typed is saved; if not, why is said beside it. */
  const commit = (): boolean => {
    if (!editing || !cell) return true
    const { text, picked } = editing
    const place = picked?.text === text ? picked.place : undefined
    const wrong = changes.setCell({ cell, text, place })
    setProblem(wrong)
    if (wrong === null) setEditing(null)
    return wrong === null
  }

  const pointing = useFieldPointing({
    value: cell ?? null,
    isActive: hasFocus && changes.canChange,
    typed: editing && editing.text !== asRead && editing.text !== editing.picked?.text ? editing.text : '',
    onPick: ({ entry, place }) => {
      const text = entryText({ value: entry, locale })
      begin({ text, picked: { text, place } })
    },
    onMisfit: (wrong) => {
      if (!editing) begin()
      setProblem(wrong)
    },
  })

  const moveBy = (event: KeyboardEvent): boolean => {
    const isCtrl = event.ctrlKey || event.metaKey
    const next = cellAfter({ key: event.key, isShift: event.shiftKey, isCtrl, at, size })
    if (!next) return false
    event.preventDefault()
    goTo(next)
    return true
  }
  const pressInEditor = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      return giveUp()
    }
    const isCaretKey = /^(Arrow|Home|End)/.test(event.key)
    const leaves = ['Enter', 'Tab'].includes(event.key) || (isCaretKey && editing?.isTyped === true)
    if (!leaves) return
    if (!commit()) return event.preventDefault()
    // Tab leads out of the grid; Ctrl+Enter saves and stays.
    if (!moveBy(event)) takesFocus.current = event.key === 'Enter'
  }
  const pressOnCell = (event: KeyboardEvent) => {
    const isCtrl = event.ctrlKey || event.metaKey
    const offered = cell && offers.get(cell.path)
    if (isCtrl && event.key.toLowerCase() === 'z' && !event.shiftKey) changes.undo()
    else if (event.key === 'F2') begin()
    else if (event.key === 'Insert') insertRow()
    else if (event.key === 'Delete' && event.shiftKey) removeRow()
    else if (event.key === 'Delete' || event.key === 'Backspace') clear()
    else if (event.key === '=' && cell && offered !== undefined) changes.accept({ cell, value: offered })
    else if (!isCtrl && !event.altKey && isTyping({ key: event.key, kind: cell?.entry }))
      begin({ text: event.key, isTyped: true })
    else return void moveBy(event)
    event.preventDefault()
  }
  const press = (event: KeyboardEvent) => {
    const isPointing = pointing.press(event)
    if (!isPointing) (editing ? pressInEditor : pressOnCell)(event)
    // Letters typed here are no shortcuts of the page.
    if (event.key.length === 1 && (editing || event.defaultPrevented)) event.stopPropagation()
  }
  const clear = () => {
    if (cell && cell.value !== null && changes.canChange) setProblem(changes.setCell({ cell, text: '' }))
  }

  const insertRow = () => {
    if (!changes.canChangeRows) return
    changes.addRow(row)
    goTo({ row: at.row, column: 0 })
  }
  const addRow = () => {
    changes.addRow()
    goTo({ row: table.rows.length, column: 0 })
  }
  const removeRow = () => {
    if (!row || !changes.canChangeRows) return
    changes.removeRow(row)
    goTo(at)
  }
  return {
    box,
    at,
    cell,
    editing: editing?.path === cell?.path ? editing : null,
    problem,
    status: pointing.status,
    press,
    type: (text: string) => {
      setProblem(null)
      setEditing((before) => before && { ...before, text })
    },
    choose: (next: CellAt) => {
      if (editing && !commit()) return
      pointing.clear()
      setWanted(next)
    },
    begin,
    leave: () => {
      setFocus(false)
      commit()
    },
    enter: () => setFocus(true),
    copy: (event: ClipboardEvent) => {
      if (editing || !cell || String(getSelection() ?? '') !== '') return
      event.preventDefault()
      event.clipboardData.setData('text/plain', plainValue(cell.value))
    },
    paste: (event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text/plain')
      const isBlock = /[\t\n]/.test(text.trimEnd())
      if ((editing && !isBlock) || !changes.canChange || text === '') return
      event.preventDefault()
      setEditing(null)
      takesFocus.current = true
      const refused = changes.paste({ at, text })
      setProblem(
        refused.length > 0
          ? t('review.table.not_pasted', { count: refused.length, text: refused[0] ?? '' })
          : null,
      )
    },
    undo: () => {
      changes.undo()
      takesFocus.current = true
    },
    insertRow,
    addRow,
    removeRow,
  }
}

/** In cells of figures and days, letters stay the page's shortcuts. */
function isTyping({ key, kind }: { key: string; kind: string | undefined }): boolean {
  if (key.length !== 1) return false
  if (kind === 'number' || kind === 'date') return /[\d.,()+\-−$€£¥]/.test(key)
  return kind === 'text' && key !== ' '
}
