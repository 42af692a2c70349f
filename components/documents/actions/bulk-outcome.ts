import { ReplyError } from '@/lib/fetch-json'
import type { BulkAction } from './use-document-actions'

/** What became of doing one thing to many documents. */
export type BulkOutcome = {
  action: BulkAction
  changed: number
  /** Each reason once, with the documents it holds for. */
  refusals: { reason: string; names: string[] }[]
  /** Why the rest was not even tried; null where all were. Empty: no connection. */
  problem: string | null
}

export function emptyOutcome(action: BulkAction): BulkOutcome {
  return { action, changed: 0, refusals: [], problem: null }
}

type Refusal = { outcome: BulkOutcome; name: string; reason: string }

export function addRefusal({ outcome, name, reason }: Refusal): void {
  const known = outcome.refusals.find((one) => one.reason === reason)
  if (known) known.names.push(name)
  else outcome.refusals.push({ reason, names: [name] })
}

export function countRefused({ refusals }: BulkOutcome): number {
  return refusals.reduce((sum, { names }) => sum + names.length, 0)
}

/** The server's words, in the reader's language; empty where it was not reached. */
export function refusalText(thrown: unknown): string {
  return thrown instanceof ReplyError ? thrown.message : ''
}
