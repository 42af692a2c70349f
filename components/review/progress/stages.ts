import type { DocumentState } from '@/lib/documents/model/status'
import { isTerminal } from '@/lib/documents/model/status'

const stageNames = ['received', 'sent', 'enqueued', 'processing', 'finished'] as const
export type StageName = (typeof stageNames)[number]

export type Stage = {
  name: StageName
  status: 'passed' | 'now' | 'pending'
  at: string | null
  /** How long it stayed in this stage, ms; null while it is there or where the next one was not seen. */
  lastedMs: number | null
}

type Timed = {
  state: DocumentState
  receivedAt: string
  sentAt: string | null
  enqueuedAt: string | null
  processingAt: string | null
  finishedAt: string | null
}

const currentStage: Partial<Record<DocumentState, StageName>> = {
  waiting: 'received',
  sending: 'sent',
  uncertain: 'sent',
  enqueued: 'enqueued',
  processing: 'processing',
}

/** The way of a document so far. A stage that a finished document passed unseen is left out. */
export function stagesOf(document: Timed): Stage[] {
  const times: Record<StageName, string | null> = {
    received: document.receivedAt,
    sent: document.sentAt,
    enqueued: document.enqueuedAt,
    processing: document.processingAt,
    finished: isTerminal(document.state) ? document.finishedAt : null,
  }
  const current = currentStage[document.state]
  const currentAt = current ? stageNames.indexOf(current) : stageNames.length
  return stageNames
    .map((name, index): Stage => {
      const status = index < currentAt ? 'passed' : index === currentAt ? 'now' : 'pending'
      return { name, status, at: times[name], lastedMs: lasted({ times, from: index }) }
    })
    .filter((stage) => stage.status !== 'passed' || stage.at !== null)
}

function lasted({ times, from }: { times: Record<StageName, string | null>; from: number }): number | null {
  const began = times[stageNames[from] ?? 'finished']
  const next = stageNames
    .slice(from + 1)
    .map((name) => times[name])
    .find((at) => at !== null)
  return began && next ? Math.max(0, Date.parse(next) - Date.parse(began)) : null
}
