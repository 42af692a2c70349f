'use client'

import { useCallback, useSyncExternalStore } from 'react'

/** Whether the screen is such a one; `onServer` until the browser is asked. */
export function useMediaQuery({ query, onServer }: { query: string; onServer: boolean }): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => onServer,
  )
}
