'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type FilterChange, filterFromSearch, filterToSearch } from '@/lib/documents/model/list-filter'

/** The filter of the table, kept in the address: back, forward and shared links work. */
export function useListFilter() {
  const search = useSearchParams()
  const filter = useMemo(() => filterFromSearch(search), [search])

  /** `step` makes a step in the history; typing does not. */
  const change = useCallback((changes: FilterChange, history: 'step' | 'stay' = 'step') => {
    const current = filterFromSearch(new URLSearchParams(window.location.search))
    const next = filterToSearch({ ...current, ...changes })
    const address = `${window.location.pathname}${next.size > 0 ? `?${next}` : ''}`
    if (history === 'step') window.history.pushState(null, '', address)
    else window.history.replaceState(null, '', address)
  }, [])

  const clear = useCallback(() => window.history.pushState(null, '', window.location.pathname), [])
  return { filter, change, clear }
}
