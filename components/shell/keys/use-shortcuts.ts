'use client'

import { useEffect, useRef } from 'react'

/** Keys as pressed (`event.key`), two in a row joined by a space: `g d`; with Ctrl or ⌘ held, `Mod+Enter`. */
type Shortcuts = Record<string, () => void>

const sequenceMs = 1_200

/**
 * Runs the action of a key while the calling component is on screen. Never while typing or with a dialog open, and
 * single letters only where the reader has not switched them off (WCAG 2.1.4).
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  current.current = shortcuts

  useEffect(() => {
    let before = { key: '', at: 0 }
    const press = (event: KeyboardEvent) => {
      if (event.altKey || isBusy(event.target)) return
      if (event.key.length === 1 && !areLetterKeysOn()) return
      const key = event.ctrlKey || event.metaKey ? `Mod+${event.key}` : event.key
      const isSequel = Date.now() - before.at < sequenceMs
      const action = (isSequel && current.current[`${before.key} ${key}`]) || current.current[key]
      before = { key, at: Date.now() }
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

const letterKeysItem = 'intray.letter-keys'

export function areLetterKeysOn(): boolean {
  return localStorage.getItem(letterKeysItem) !== 'off'
}

export function setLetterKeys(on: boolean): void {
  localStorage.setItem(letterKeysItem, on ? 'on' : 'off')
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'))
    return true
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
