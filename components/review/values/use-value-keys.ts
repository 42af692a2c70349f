'use client'

import { toast } from 'sonner'
import { useI18n } from '@/components/shell/i18n'
import { type ShortcutHint, useShortcutHints } from '@/components/shell/keys/shortcut-provider'
import { useShortcuts } from '@/components/shell/keys/use-shortcuts'

const shortcutHints: ShortcutHint[] = [
  { keys: 'j k', label: 'review.keys.values' },
  { keys: 'n', label: 'review.keys.doubtful' },
  { keys: 'e', label: 'review.keys.edit' },
  { keys: 'c', label: 'review.keys.copy' },
  { keys: 'F2', label: 'review.keys.table_edit' },
  { keys: '=', label: 'review.keys.table_offer' },
  { keys: 'Insert Shift+Delete', label: 'review.keys.table_rows' },
  { keys: 'Ctrl+Z', label: 'review.keys.table_undo' },
  { keys: 'Alt ↓ ↑', label: 'review.keys.point_next' },
  { keys: 'Alt Shift ↓ ↑', label: 'review.keys.point_more' },
]

/** `j` and `k` walk through the values that have a place on the page, `n` through the doubtful ones; `e` and `c` edit and copy the one in focus. */
export function useValueKeys(): void {
  const { t } = useI18n()
  useShortcutHints(shortcutHints)
  useShortcuts({
    j: () => moveFocus({ by: 1, among: listValues() }),
    k: () => moveFocus({ by: -1, among: listValues() }),
    n: () => moveFocus({ by: 1, among: listValues().filter((value) => value.dataset.doubtful) }),
    e: () => focusedHolder()?.querySelector<HTMLElement>('[data-edit]')?.click(),
    c: () => {
      const plain = focusedValue()?.dataset.plain
      if (plain === undefined) return
      void navigator.clipboard.writeText(plain).then(() => toast(t('common.copied')))
    },
  })
}

/** Brings the keyboard to a value, as a click on its place on the page asks for; of a row or list to its first. */
export function focusValue(path: string): void {
  const isWithin = (one: string | undefined) => one === path || one?.startsWith(`${path}.`)
  const holders = [...document.querySelectorAll<HTMLElement>('[data-holder]')]
  const holder = holders.find((element) => isWithin(element.dataset.path))
  const value =
    listValues().find((element) => isWithin(element.dataset.value)) ??
    holder?.querySelector<HTMLElement>('[data-edit]')
  value?.focus({ preventScroll: true })
  value?.scrollIntoView({ block: 'center', behavior: 'smooth' })
}

function moveFocus({ by, among }: { by: 1 | -1; among: HTMLElement[] }): void {
  const next = by === 1 ? among.find(isAfterFocus) : among.findLast(isBeforeFocus)
  const target = next ?? (focusedValue() ? undefined : among[0])
  target?.focus({ preventScroll: true })
  target?.scrollIntoView({ block: 'nearest' })
}

const isAfterFocus = (value: HTMLElement) => isAt({ value, position: Node.DOCUMENT_POSITION_FOLLOWING })
const isBeforeFocus = (value: HTMLElement) => isAt({ value, position: Node.DOCUMENT_POSITION_PRECEDING })

function isAt({ value, position }: { value: HTMLElement; position: number }): boolean {
  const from = focusedValue() ?? focusedHolder()
  return from !== null && (from.compareDocumentPosition(value) & position) !== 0 && !from.contains(value)
}

function listValues(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-value]')]
}

function focusedValue(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-value]') ?? null
}

/** What is around the focused value with its buttons, whichever of them has the keyboard. */
function focusedHolder(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-holder]') ?? null
}
