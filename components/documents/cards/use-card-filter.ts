'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type CardFilter, readCardFilter, writeCardFilter } from './card-filter'

/** The filter of the cards, kept in the address. */
export function useCardFilter() {
  const search = useSearchParams()
  const filter = useMemo(() => readCardFilter(search), [search])
  const change = useCallback((changes: Partial<CardFilter>) => {
    const current = readCardFilter(new URLSearchParams(window.location.search))
    const next = writeCardFilter({ ...current, ...changes })
    window.history.replaceState(null, '', `${window.location.pathname}${next.size > 0 ? `?${next}` : ''}`)
  }, [])
  return { filter, change }
}
