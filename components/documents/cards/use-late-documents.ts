'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNow } from '@/components/shell/use-now'
import { paceOf } from '@/lib/documents/pace'
import { usualTimesQuery } from '@/lib/documents/queries'
import type { DocumentSummary } from '@/lib/documents/schema'

/** The ids of those that take longer than usual; the same set until one joins or leaves. */
export function useLateDocuments(documents: readonly DocumentSummary[]): ReadonlySet<string> {
  const { data } = useQuery(usualTimesQuery)
  const now = useNow()
  const times = data?.times ?? {}
  const ids = documents
    .filter((document) => paceOf({ document, times, now }).lateness !== null)
    .map(({ id }) => id)
    .join(' ')
  return useMemo(() => new Set(ids.split(' ').filter(Boolean)), [ids])
}
