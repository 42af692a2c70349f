'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { liveDocumentsQuery, openDocumentsQuery } from '@/lib/documents/queries'
import { type Batch, emptyBatch, follow, forget, missingFrom } from './batch'

/** What became of this person's documents since they were all done the last time; `reset` begins anew. */
export function useBatch(personId: string): { batch: Batch; reset: () => void } {
  const client = useQueryClient()
  const { data } = useQuery(openDocumentsQuery(personId))
  const [batch, setBatch] = useState(emptyBatch)
  const reset = useCallback(() => setBatch((before) => ({ ...before, ended: [] })), [])

  useEffect(() => {
    if (data) setBatch((before) => follow({ batch: before, documents: data.documents }))
  }, [data])

  const missing = data ? missingFrom({ batch, documents: data.documents }).join(' ') : ''
  useEffect(() => {
    if (!missing) return
    const ids = missing.split(' ')
    const settle = async () => {
      const page = await client.fetchQuery({ ...liveDocumentsQuery, staleTime: 0 })
      const documents = page.documents.filter(({ id }) => ids.includes(id))
      setBatch((before) => forget({ batch: follow({ batch: before, documents }), ids }))
    }
    settle().catch(() => undefined)
  }, [client, missing])

  return { batch, reset }
}
