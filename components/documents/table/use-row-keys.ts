'use client'

import type { ShortcutHint } from '@/components/shell/keys/shortcut-provider'
import { useShortcutHints } from '@/components/shell/keys/shortcut-provider'
import { useShortcuts } from '@/components/shell/keys/use-shortcuts'

const shortcutHints: ShortcutHint[] = [
  { keys: 'j k', label: 'table.keys.move' },
  { keys: 'Enter', label: 'table.keys.open' },
  { keys: 'x', label: 'table.keys.select' },
  { keys: '/', label: 'table.keys.search' },
]

type RowKeysProps = { onToggle: (id: string) => void; onSearch: () => void }

/** `j` and `k` move the keyboard's focus from row to row; the focused row is what Enter opens and `x` selects. */
export function useRowKeys({ onToggle, onSearch }: RowKeysProps): void {
  useShortcutHints(shortcutHints)
  useShortcuts({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    x: () => {
      const id = focusedRow()?.dataset.row
      if (id) onToggle(id)
    },
    '/': onSearch,
  })
}

function moveFocus(by: 1 | -1): void {
  const rows = listRows()
  const focused = focusedRow()
  const at = focused ? rows.indexOf(focused) + by : 0
  const next = rows[Math.min(rows.length - 1, Math.max(0, at))]
  next?.focus({ preventScroll: true })
  next?.closest('tr')?.scrollIntoView({ block: 'nearest' })
}

function listRows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row]')]
}

function focusedRow(): HTMLElement | null {
  const row = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-row]')
  return row ?? null
}
