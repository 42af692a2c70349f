import type { DocumentSummary } from '@/lib/documents/schema'
import { isTerminal } from '@/lib/documents/status'

export type Ended = { id: string; name: string; failed: boolean }

/** The documents a person has on their way, and those that ended since there were none. */
export type Batch = { open: ReadonlySet<string>; ended: readonly Ended[] }

export const emptyBatch: Batch = { open: new Set(), ended: [] }

/**
 * Goes on with what is known of these documents now: who was open and is not any more has ended. Cancelled ones leave
 * without a word: their person did it.
 */
export function follow({ batch, documents }: { batch: Batch; documents: readonly DocumentSummary[] }): Batch {
  const open = new Set(batch.open)
  const ended = [...batch.ended]
  for (const { id, name, state } of documents) {
    if (!isTerminal(state)) open.add(id)
    else if (open.delete(id) && state !== 'cancelled') ended.push({ id, name, failed: state === 'failed' })
  }
  return { open, ended }
}

/** Which of the open documents `documents`, all that are open by what the server says, does not name. */
export function missingFrom(given: { batch: Batch; documents: readonly DocumentSummary[] }): string[] {
  const named = new Set(given.documents.map(({ id }) => id))
  return [...given.batch.open].filter((id) => !named.has(id))
}

/** Without those that nobody can find any more. */
export function forget({ batch, ids }: { batch: Batch; ids: readonly string[] }): Batch {
  return { ...batch, open: new Set([...batch.open].filter((id) => !ids.includes(id))) }
}
