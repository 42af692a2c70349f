'use client'

import { toast } from 'sonner'
import { type ListedKey, useListedKeys } from '../shell/shortcut-list'
import { useShortcuts } from '../shell/use-shortcuts'
import { useWords } from '../shell/words'

const listedKeys: ListedKey[] = [
  { keys: 'j k', label: 'review.keys.values' },
  { keys: 'c', label: 'review.keys.copy' },
]

/** `j` and `k` walk through the values that have a place on the page, `c` copies the one in focus. */
export function useValueKeys(): void {
  const { t } = useWords()
  useListedKeys(listedKeys)
  useShortcuts({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    c: () => {
      const plain = focusedValue()?.dataset.plain
      if (plain === undefined) return
      void navigator.clipboard.writeText(plain).then(() => toast(t('common.copied')))
    },
  })
}

/** Brings the keyboard to a value, as a click on its place on the page asks for. */
export function focusValue(path: string): void {
  const value = listValues().find((element) => element.dataset.value === path)
  value?.focus({ preventScroll: true })
  value?.scrollIntoView({ block: 'center', behavior: 'smooth' })
}

function moveFocus(by: 1 | -1): void {
  const values = listValues()
  const focused = focusedValue()
  const at = focused ? values.indexOf(focused) + by : 0
  const next = values[Math.min(values.length - 1, Math.max(0, at))]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}

function listValues(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-value]')]
}

function focusedValue(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-value]') ?? null
}
