'use client'

import { useSyncExternalStore } from 'react'

/** Tailwind's `lg`: where the side navigation stands and two panes fit beside each other. */
const wide = '(min-width: 64rem)'

export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, isWide, () => true)
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(wide)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

function isWide(): boolean {
  return window.matchMedia(wide).matches
}
