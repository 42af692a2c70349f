'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type QueueFilter, queueFilterSchema } from '@/lib/documents/model/review-queue'
import { queueFilterToSearch } from '@/lib/documents/review-queries'

/** What the queue is narrowed to, kept in the address; what makes no sense there narrows nothing. */
export function useQueueFilter() {
  const search = useSearchParams()
  const filter = useMemo((): QueueFilter => {
    const parsed = queueFilterSchema.safeParse(Object.fromEntries(search))
    return parsed.success ? parsed.data : {}
  }, [search])
  const change = useCallback((next: QueueFilter) => {
    const text = queueFilterToSearch(next)
    window.history.replaceState(null, '', `${window.location.pathname}${text.size > 0 ? `?${text}` : ''}`)
  }, [])
  return { filter, change }
}
