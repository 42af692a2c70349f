import type { DocumentSummary } from '@/lib/documents/schema'

export type StageName = 'received' | 'sent' | 'processing' | 'finished'
export type Stage = {
  name: StageName
  at: string | null
  /** Since the stage reached before it; null for the first and for those not reached or not seen. */
  tookMs: number | null
}

type Timed = Pick<DocumentSummary, 'receivedAt' | 'sentAt' | 'processingAt' | 'finishedAt'>

/** The way of a document in four stages. A fast one may be finished before anyone saw it being processed. */
export function stagesOf(document: Timed): Stage[] {
  const reached: { name: StageName; at: string | null }[] = [
    { name: 'received', at: document.receivedAt },
    { name: 'sent', at: document.sentAt },
    { name: 'processing', at: document.processingAt },
    { name: 'finished', at: document.finishedAt },
  ]
  let before: string | null = null
  return reached.map(({ name, at }) => {
    const tookMs = at && before ? Math.max(0, Date.parse(at) - Date.parse(before)) : null
    before = at ?? before
    return { name, at, tookMs }
  })
}
