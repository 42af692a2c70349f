'use client'

import { useQuery } from '@tanstack/react-query'
import { type Lateness, latenessOf } from '@/lib/documents/lateness'
import { usualTimesQuery } from '@/lib/documents/queries'
import type { DocumentSummary } from '@/lib/documents/schema'
import { findUsualTime, type UsualTime, type UsualTimes } from '@/lib/documents/usual-time'
import { useNow } from '../shell/use-now'
import { stateSince } from './stage-times'

export type Pace = {
  /** In the state it is in, whole seconds; null for a document at its end. */
  inStateMs: number | null
  /** Null without enough history. */
  usual: UsualTime | null
  lateness: Lateness | null
}

/** How long the document has been where it is, and how that compares with others of its kind. Ticks once a second. */
export function usePace(document: DocumentSummary): Pace {
  const { data } = useQuery(usualTimesQuery)
  return paceOf({ document, times: data?.times ?? {}, now: useNow() })
}

export function paceOf(given: { document: DocumentSummary; times: UsualTimes; now: Date }): Pace {
  const { document, times, now } = given
  const since = stateSince(document)
  if (!since) return { inStateMs: null, usual: null, lateness: null }
  const usual = findUsualTime({ times, document: { ...document, stepId: document.step.id } })
  const inStateMs = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 1000) * 1000)
  return { inStateMs, usual, lateness: latenessOf({ state: document.state, inStateMs, usual }) }
}
