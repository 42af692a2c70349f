import type { DocumentSummary } from './schema'
import type { DocumentState } from './status'

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
