import { type Lateness, latenessOf } from './lateness'
import type { DocumentSummary } from './schema'
import type { DocumentState } from './status'
import { findUsualTime, type UsualTime, type UsualTimes } from './times/usual-time'

export type Pace = {
  /** In the state it is in, whole seconds; null for a document at its end. */
  inStateMs: number | null
  /** Null without enough history. */
  usual: UsualTime | null
  lateness: Lateness | null
}

type PaceInput = { document: DocumentSummary; times: UsualTimes; now: Date }

export function paceOf({ document, times, now }: PaceInput): Pace {
  const since = stateSince(document)
  if (!since) return { inStateMs: null, usual: null, lateness: null }
  const usual = findUsualTime({ times, document: { ...document, stepId: document.step.id } })
  const inStateMs = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 1000) * 1000)
  return { inStateMs, usual, lateness: latenessOf({ state: document.state, inStateMs, usual }) }
}

type Timed = Pick<DocumentSummary, 'state' | 'receivedAt' | 'sentAt' | 'enqueuedAt' | 'processingAt'>

const beginnings: Partial<Record<DocumentState, (document: Timed) => string | null>> = {
  waiting: ({ receivedAt }) => receivedAt,
  sending: ({ sentAt, receivedAt }) => sentAt ?? receivedAt,
  uncertain: ({ sentAt }) => sentAt,
  enqueued: ({ enqueuedAt, sentAt }) => enqueuedAt ?? sentAt,
  processing: ({ processingAt, enqueuedAt, sentAt }) => processingAt ?? enqueuedAt ?? sentAt,
}

/** When an open document entered the state it is in; null for one at its end. */
export function stateSince(document: Timed): string | null {
  return beginnings[document.state]?.(document) ?? null
}
