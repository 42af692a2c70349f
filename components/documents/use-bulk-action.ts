'use client'

import { useState } from 'react'
import type { DocumentSummary } from '@/lib/documents/schema'
import { ReplyError } from '@/lib/http/fetch-json'
import { type DocumentAction, useDocumentActions } from './use-document-actions'

const atOnce = 4

export type BulkOutcome = { action: DocumentAction; changed: number; refused: number; reason: string }
type Progress = { done: number; count: number }

/** Does one thing to many documents, a few at a time; one refusal does not stop the others. */
export function useBulkAction() {
  const actions = useDocumentActions()
  const [progress, setProgress] = useState<Progress | null>(null)

  const run = async (action: DocumentAction, documents: DocumentSummary[]): Promise<BulkOutcome> => {
    const queue = [...documents]
    const outcome = { action, changed: 0, refused: 0, reason: '' }
    setProgress({ done: 0, count: documents.length })
    const work = async () => {
      for (let document = queue.shift(); document; document = queue.shift()) {
        try {
          await actions[action](document.id)
          outcome.changed += 1
        } catch (thrown) {
          outcome.refused += 1
          outcome.reason = thrown instanceof ReplyError ? thrown.message : ''
        }
        setProgress({ done: outcome.changed + outcome.refused, count: documents.length })
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    setProgress(null)
    return outcome
  }

  return { run, progress }
}
