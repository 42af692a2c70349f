'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { applyDocument } from '@/components/shell/live/live-cache'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { processWithStep } from '@/lib/documents/queries'
import type { Step } from '@/lib/steps/schema'
import { addRefusal, type BulkOutcome, emptyOutcome, refusalText } from './bulk-outcome'
import { type BulkAction, useDocumentActions } from './use-document-actions'
import { useRetryMany } from './use-retry-many'

const atOnce = 4

type EachChange = {
  action: BulkAction
  documents: DocumentSummary[]
  change: (id: string) => Promise<void>
}

type Progress = { done: number; count: number }

/** Does one thing to many documents; one refusal does not stop the others. */
export function useBulkAction() {
  const client = useQueryClient()
  const actions = useDocumentActions()
  const retrying = useRetryMany()
  const [progress, setProgress] = useState<Progress | null>(null)

  const runEach = async ({ action, documents, change }: EachChange): Promise<BulkOutcome> => {
    const queue = [...documents]
    const outcome = emptyOutcome(action)
    let done = 0
    setProgress({ done, count: documents.length })
    const work = async () => {
      for (let document = queue.shift(); document; document = queue.shift()) {
        try {
          await change(document.id)
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

  const run = (action: BulkAction, documents: DocumentSummary[]): Promise<BulkOutcome> =>
    action === 'retry'
      ? retrying.run({ target: { ids: documents.map(({ id }) => id) }, count: documents.length })
      : runEach({ action, documents, change: actions[action] })

  const runWithStep = (step: Step, documents: DocumentSummary[]): Promise<BulkOutcome> => {
    const change = async (id: string) =>
      applyDocument({ client, document: await processWithStep({ id, step: step.id }) })
    return runEach({ action: 'retry', documents, change })
  }

  return { run, runWithStep, progress: progress ?? retrying.progress }
}
