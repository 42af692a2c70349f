'use client'

import { useState } from 'react'
import { toast } from 'sonner'
import { type DocumentAction, useDocumentActions } from '@/components/documents/actions/use-document-actions'
import { useWords } from '@/components/shell/words'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { ReplyError } from '@/lib/fetch-json'

/** Asks first, then acts on this document; a refusal stays on the page until the next try. */
export function useReviewAction({
  document,
  onRemoved,
}: {
  document: DocumentSummary
  onRemoved: () => void
}) {
  const { t } = useWords()
  const actions = useDocumentActions()
  const [asking, setAsking] = useState<DocumentAction | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  const confirm = async () => {
    if (!asking) return
    setBusy(true)
    setRefusal(null)
    try {
      await actions[asking](document.id)
      toast(t(doneWords[asking], { name: document.name }))
      if (asking === 'remove') onRemoved()
    } catch (thrown) {
      setRefusal(thrown instanceof ReplyError ? thrown.message : t('problem.offline'))
    }
    setBusy(false)
  }
  return { asking, ask: setAsking, confirm, isBusy, refusal }
}

const doneWords = {
  retry: 'review.done.retry',
  cancel: 'review.done.cancel',
  remove: 'review.done.delete',
} as const
