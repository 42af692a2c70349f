'use client'

import { useState } from 'react'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { addRefusal, type BulkOutcome, emptyOutcome, refusalText } from './bulk-outcome'
import { type DocumentAction, useDocumentActions } from './use-document-actions'
import { useRetryMany } from './use-retry-many'

const atOnce = 4

type Progress = { done: number; count: number }

/** Does one thing to many documents; one refusal does not stop the others. */
export function useBulkAction() {
  const actions = useDocumentActions()
  const retrying = useRetryMany()
  const [progress, setProgress] = useState<Progress | null>(null)

  const runEach = async (action: DocumentAction, documents: DocumentSummary[]): Promise<BulkOutcome> => {
    const queue = [...documents]
    const outcome = emptyOutcome(action)
    let done = 0
    setProgress({ done, count: documents.length })
    const work = async () => {
      for (let document = queue.shift(); document; document = queue.shift()) {
        try {
          await actions[action](document.id)
          outcome.changed += 1
        } catch (thrown) {
          addRefusal({ outcome, name: document.name, reason: refusalText(thrown) })
        }
        done += 1
        setProgress({ done, count: documents.length })
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    setProgress(null)
    return outcome
  }

  const run = (action: DocumentAction, documents: DocumentSummary[]): Promise<BulkOutcome> =>
    action === 'retry'
      ? retrying.run({ target: { ids: documents.map(({ id }) => id) }, count: documents.length })
      : runEach(action, documents)

  return { run, progress: progress ?? retrying.progress }
}
