'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { clearArrivals, newsOf, placeArrivals } from '@/components/shell/live/live-cache'
import { filterToSearch, type ListFilter } from '@/lib/documents/model/list-filter'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentArrivalsQuery, documentListQuery, matchingDocumentsQuery } from '@/lib/documents/queries'

/** Many documents may change within a moment; which of them a filter matches is asked once. */
const pauseMs = 800

type Listed = {
  filter: ListFilter
  documents: DocumentSummary[]
  /** Whether somebody points at the rows, is in them, or looks further down. */
  isHeld: () => boolean
}

/**
 * How many documents came that belong into the list. The whole list takes them in by itself, unless somebody is at its
 * rows; into any other they come with `show`.
 */
export function useArrivals({ filter, documents, isHeld }: Listed) {
  const client = useQueryClient()
  const { data: arrived = nothing } = useQuery(documentArrivalsQuery(filter))
  const isWhole = filterToSearch(filter).size === 0
  const known = new Set(documents.map(({ id }) => id))
  const news = arrived.filter(({ id }) => !known.has(id))
  const asked = useSettled(isWhole ? nothing : arrived)
  const { data: matching } = useQuery({
    ...matchingDocumentsQuery({ filter, of: asked }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  })
  const matched = new Set(matching?.documents.map(({ id }) => id))
  const told = isWhole ? newsOf({ documents, arrived: news }) : news.filter(({ id }) => matched.has(id))

  useEffect(() => {
    if (isWhole && arrived.length > 0 && !isHeld()) placeArrivals({ client, filter })
  }, [client, isWhole, arrived, filter, isHeld])

  const show = () => {
    clearArrivals({ client, filter })
    void client.invalidateQueries({ queryKey: documentListQuery(filter).queryKey })
  }
  return { count: told.length, show }
}

const nothing: DocumentSummary[] = []

/** What stands once it no longer changes. */
function useSettled(arrived: DocumentSummary[]): DocumentSummary[] {
  const [settled, setSettled] = useState(arrived)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(arrived), pauseMs)
    return () => clearTimeout(timer)
  }, [arrived])
  return settled
}
