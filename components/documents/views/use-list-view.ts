'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useRef } from 'react'
import type { FilterChange } from '@/lib/documents/model/list-filter'
import type { ColumnId } from '@/lib/documents/views/list-columns'
import { documentViewsQuery } from '@/lib/documents/views/queries'
import type { DocumentViews, OwnColumns } from '@/lib/documents/views/schema'
import { readAddress, writeAddress } from './list-address'
import { useOwnColumns } from './use-own-columns'

export type ListBeginning = { views: DocumentViews; columns: OwnColumns }

/** What the list shows, kept in the address: back, forward and shared links work. Outside a view the columns are the reader's own. */
export function useListView(beginning: ListBeginning) {
  const search = useSearchParams()
  const { data } = useQuery({ ...documentViewsQuery, initialData: beginning.views })
  const { views } = data
  const own = useOwnColumns(beginning.columns)
  const shown = useMemo(() => readAddress({ search: new URLSearchParams(search), views }), [search, views])
  const latest = useRef(views)
  latest.current = views

  /** `step` makes a step in the history; typing does not. */
  const change = useCallback((changes: FilterChange, history: 'step' | 'stay' = 'step') => {
    const current = readCurrent(latest.current)
    visit({ search: writeAddress({ ...current, filter: merged(current.filter, changes) }), history })
  }, [])
  const clear = useCallback(() => visit({ search: new URLSearchParams(), history: 'step' }), [])
  const chooseColumns = (columns: ColumnId[]) => {
    if (!shown.view) return own.choose(columns)
    visit({ search: writeAddress({ ...readCurrent(views), columns }), history: 'stay' })
  }
  return { ...shown, views, columns: shown.columns ?? own.columns, change, clear, chooseColumns }
}

const readCurrent = (views: DocumentViews['views']) =>
  readAddress({ search: new URLSearchParams(window.location.search), views })

function merged(filter: FilterChange, changes: FilterChange) {
  const kept = Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept)
}

function visit({ search, history }: { search: URLSearchParams; history: 'step' | 'stay' }): void {
  const address = `${window.location.pathname}${search.size > 0 ? `?${search}` : ''}`
  if (history === 'step') window.history.pushState(null, '', address)
  else window.history.replaceState(null, '', address)
}
