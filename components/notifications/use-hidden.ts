'use client'

import { useSyncExternalStore } from 'react'

/** Whether nobody looks at this tab. */
export function useHidden(): boolean {
  return useSyncExternalStore(subscribe, isHidden, () => false)
}

function isHidden(): boolean {
  return document.visibilityState !== 'visible'
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
