'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { isTerminal } from '@/lib/documents/model/status'
import { liveDocumentsQuery, openDocumentsQuery } from '@/lib/documents/queries'

/** What became of this person's documents since they were all done the last time; `reset` begins anew. */
export function useBatch(personId: string): { batch: Batch; reset: () => void } {
  const client = useQueryClient()
  const { data } = useQuery(openDocumentsQuery(personId))
  const [batch, setBatch] = useState(emptyBatch)
  const reset = useCallback(() => setBatch((before) => ({ ...before, ended: [] })), [])

  useEffect(() => {
    if (data) setBatch((before) => updateBatch({ batch: before, documents: data.documents }))
  }, [data])

  const missing = data ? missingFrom({ batch, documents: data.documents }).join(' ') : ''
  useEffect(() => {
    if (!missing) return
    const ids = missing.split(' ')
    const settle = async () => {
      const page = await client.fetchQuery({ ...liveDocumentsQuery, staleTime: 0 })
      const documents = page.documents.filter(({ id }) => ids.includes(id))
      setBatch((before) => withoutDocuments({ batch: updateBatch({ batch: before, documents }), ids }))
    }
    settle().catch(() => undefined)
  }, [client, missing])

  return { batch, reset }
}

export type EndedDocument = { id: string; name: string; failed: boolean; toReview: number }

/** The documents a person has on their way, and those that ended since there were none. */
export type Batch = { open: ReadonlySet<string>; ended: readonly EndedDocument[] }

export const emptyBatch: Batch = { open: new Set(), ended: [] }

/**
 * Goes on with what is known of these documents now: who was open and is not any more has ended. Cancelled ones leave
 * without a word: their person did it.
 */
export function updateBatch({
  batch,
  documents,
}: {
  batch: Batch
  documents: readonly DocumentSummary[]
}): Batch {
  const open = new Set(batch.open)
  const ended = [...batch.ended]
  for (const { id, name, state, toReview } of documents) {
    if (!isTerminal(state)) open.add(id)
    else if (open.delete(id) && state !== 'cancelled')
      ended.push({ id, name, failed: state === 'failed', toReview })
  }
  return { open, ended }
}

/** Which of the open documents `documents`, all that are open by what the server says, does not name. */
export function missingFrom({
  batch,
  documents,
}: {
  batch: Batch
  documents: readonly DocumentSummary[]
}): string[] {
  const named = new Set(documents.map(({ id }) => id))
  return [...batch.open].filter((id) => !named.has(id))
}

/** Without those that nobody can find any more. */
export function withoutDocuments({ batch, ids }: { batch: Batch; ids: readonly string[] }): Batch {
  return { ...batch, open: new Set([...batch.open].filter((id) => !ids.includes(id))) }
}
