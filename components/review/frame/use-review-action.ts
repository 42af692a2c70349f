'use client'

import { useState } from 'react'
import { toast } from 'sonner'
import { type DocumentAction, useDocumentActions } from '@/components/documents/actions/use-document-actions'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import type { DocumentSummary } from '@/lib/documents/model/schema'

/** Asks first, then acts on this document; a refusal stays on the page until the next try. */
export function useReviewAction({
  document,
  onRemoved,
}: {
  document: DocumentSummary
  onRemoved: () => void
}) {
  const { t } = useI18n()
  const actions = useDocumentActions()
  const [confirming, setConfirming] = useState<DocumentAction | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  const confirm = async () => {
    if (!confirming) return
    setBusy(true)
    setRefusal(null)
    try {
      await actions[confirming](document.id)
      toast(t(doneWords[confirming], { name: document.name }))
      if (confirming === 'remove') onRemoved()
    } catch (error) {
      setRefusal(failureText({ t, error }))
    }
    setBusy(false)
  }
  return { confirming, request: setConfirming, confirm, isBusy, refusal }
}

const doneWords = {
  retry: 'review.done.retry',
  cancel: 'review.done.cancel',
  remove: 'review.done.delete',
} as const
