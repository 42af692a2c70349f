'use client'

import { useQuery } from '@tanstack/react-query'
import { useNow } from '@/components/shell/use-now'
import { type Pace, paceOf } from '@/lib/documents/pace'
import { usualTimesQuery } from '@/lib/documents/queries'
import type { DocumentSummary } from '@/lib/documents/schema'

/** The pace of the document at this moment. Ticks once a second. */
export function usePace(document: DocumentSummary): Pace {
  const { data } = useQuery(usualTimesQuery)
  return paceOf({ document, times: data?.times ?? {}, now: useNow() })
}
