'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { applyDocument } from '@/components/shell/live/live-cache'
import { maxRetryIds, type RetryTarget, retryDocuments } from '@/lib/documents/queries'
import { addRefusal, type BulkOutcome, emptyOutcome, refusalText } from './bulk-outcome'

type Progress = { done: number; count: number }

/** Sends many documents again, 500 a call; what was sent before a call failed stays sent, and is told. */
export function useRetryMany() {
  const client = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)

  const run = async ({ target, count }: { target: RetryTarget; count: number }): Promise<BulkOutcome> => {
    const outcome = emptyOutcome('retry')
    let rest: RetryTarget | null = target
    setProgress({ done: 0, count })
    try {
      while (rest) {
        const now: RetryTarget = firstOf(rest)
        const { documents, refused, left } = await retryDocuments(now)
        for (const document of documents) applyDocument({ client, document })
        outcome.changed += documents.length
        for (const { name, message } of refused) addRefusal({ outcome, name, reason: message })
        setProgress({ done: outcome.changed, count })
        rest = documents.length > 0 ? restOf({ target: rest, left }) : null
      }
    } catch (thrown) {
      outcome.problem = refusalText(thrown)
    }
    void client.invalidateQueries({ queryKey: ['documents', 'retryable'] })
    setProgress(null)
    return outcome
  }

  return { run, progress }
}

function firstOf(target: RetryTarget): RetryTarget {
  return 'ids' in target ? { ids: target.ids.slice(0, maxRetryIds) } : target
}

function restOf({ target, left }: { target: RetryTarget; left: number }): RetryTarget | null {
  if ('filter' in target) return left > 0 ? target : null
  const ids = target.ids.slice(maxRetryIds)
  return ids.length > 0 ? { ids } : null
}
