/** The states of a document: one table for database, API, cards and words. Terminal states change only by a retry. */
export const documentStates = {
  waiting: { phase: 'open', canCancel: true, canRetry: false },
  sending: { phase: 'open', canCancel: false, canRetry: false },
  uncertain: { phase: 'open', canCancel: true, canRetry: true },
  enqueued: { phase: 'open', canCancel: true, canRetry: false },
  processing: { phase: 'open', canCancel: true, canRetry: false },
  done: { phase: 'terminal', canCancel: false, canRetry: false },
  failed: { phase: 'terminal', canCancel: false, canRetry: true },
  cancelled: { phase: 'terminal', canCancel: false, canRetry: true },
} as const satisfies Record<string, { phase: 'open' | 'terminal'; canCancel: boolean; canRetry: boolean }>

export type DocumentState = keyof typeof documentStates

export const documentStateNames = Object.keys(documentStates) as [DocumentState, ...DocumentState[]]

/** Why a document is `waiting`. */
export const waitingReasons = ['queue', 'quota', 'outage'] as const
export type WaitingReason = (typeof waitingReasons)[number]

/** What told us the state last: our own intake or a person, the answer to the submission, a poll, a webhook. */
export const confirmations = ['desk', 'submit', 'poll', 'webhook'] as const
export type Confirmation = (typeof confirmations)[number]

export function isTerminal(state: DocumentState): boolean {
  return documentStates[state].phase === 'terminal'
}

export const terminalStates = documentStateNames.filter(isTerminal)
