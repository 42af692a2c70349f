import { type Lateness, latenessOf } from './lateness'
import type { DocumentSummary } from './schema'
import { stateSince } from './state-since'
import { findUsualTime, type UsualTime, type UsualTimes } from './usual-time'

export type Pace = {
  /** In the state it is in, whole seconds; null for a document at its end. */
  inStateMs: number | null
  /** Null without enough history. */
  usual: UsualTime | null
  lateness: Lateness | null
}

type PaceInput = { document: DocumentSummary; times: UsualTimes; now: Date }

/** How long the document has been where it is, and how that compares with others of its kind. */
export function paceOf({ document, times, now }: PaceInput): Pace {
  const since = stateSince(document)
  if (!since) return { inStateMs: null, usual: null, lateness: null }
  const usual = findUsualTime({ times, document: { ...document, stepId: document.step.id } })
  const inStateMs = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 1000) * 1000)
  return { inStateMs, usual, lateness: latenessOf({ state: document.state, inStateMs, usual }) }
}
