import type { ErrorCode } from '@/lib/errors'

/**
 * The states of a document: one table for database, API, cards and words. `next` are the states it may go to from
 * there; to its own where it can be confirmed anew. Terminal states change only by a retry.
 */
export const documentStates = {
  // Back to done where what was read is to be read with another step, and a person cancels that.
  waiting: { phase: 'open', canCancel: true, canRetry: false, next: ['sending', 'done', 'cancelled'] },
  sending: {
    phase: 'open',
    canCancel: false,
    canRetry: false,
    next: ['waiting', 'uncertain', 'enqueued', 'done', 'failed'],
  },
  uncertain: {
    phase: 'open',
    canCancel: true,
    canRetry: true,
    next: ['waiting', 'enqueued', 'done', 'failed', 'cancelled'],
  },
  enqueued: {
    phase: 'open',
    canCancel: true,
    canRetry: false,
    next: ['enqueued', 'processing', 'uncertain', 'done', 'failed', 'cancelled'],
  },
  // Back in line where the service began anew.
  processing: {
    phase: 'open',
    canCancel: true,
    canRetry: false,
    next: ['enqueued', 'processing', 'uncertain', 'done', 'failed', 'cancelled'],
  },
  // Not to be read again as it was; with another step it may be.
  done: { phase: 'terminal', canCancel: false, canRetry: false, next: ['waiting'] },
  failed: { phase: 'terminal', canCancel: false, canRetry: true, next: ['waiting'] },
  cancelled: { phase: 'terminal', canCancel: false, canRetry: true, next: ['waiting'] },
} as const satisfies Record<string, StateFacts>

type StateFacts = {
  phase: 'open' | 'terminal'
  canCancel: boolean
  canRetry: boolean
  next: readonly string[]
}

export type DocumentState = keyof typeof documentStates

export const documentStateNames = Object.keys(documentStates) as [DocumentState, ...DocumentState[]]

/**
 * Why a document is `waiting`: for its turn, for pages of the desk's quota, or for what the upstream answered last,
 * `upstream_quota` to 402, `rate` to 429, `key` to 401 and 403, `outage` to all else and to nothing.
 */
export const waitingReasons = ['queue', 'quota', 'outage', 'upstream_quota', 'rate', 'key'] as const
export type WaitingReason = (typeof waitingReasons)[number]

const reasonOf: Partial<Record<ErrorCode, WaitingReason>> = {
  'upstream.unauthorized': 'key',
  'upstream.forbidden': 'key',
  'upstream.quota_exceeded': 'upstream_quota',
  'upstream.rate_limited': 'rate',
}

/** What a document waits for after a failure that does not end it. */
export function waitingReason(code: ErrorCode): WaitingReason {
  return reasonOf[code] ?? 'outage'
}

/** What told us the state last: our own intake or a person, the answer to the submission, a poll, a webhook. */
export const confirmations = ['desk', 'submit', 'poll', 'webhook'] as const
export type Confirmation = (typeof confirmations)[number]

export function canMove({ from, to }: { from: DocumentState; to: DocumentState }): boolean {
  return (documentStates[from].next as readonly DocumentState[]).includes(to)
}

export function isTerminal(state: DocumentState): boolean {
  return documentStates[state].phase === 'terminal'
}

export const terminalStates = documentStateNames.filter(isTerminal)
