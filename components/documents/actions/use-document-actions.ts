'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { applyDetail, applyDocument, dropDocument } from '@/components/shell/live/live-cache'
import { cancelDocument, markChecked, removeDocument, retryDocument } from '@/lib/documents/queries'

/** What a person can do to a document. The answer goes into the cache at once; a refusal is thrown as ReplyError. */
export function useDocumentActions() {
  const client = useQueryClient()
  return useMemo(
    () => ({
      retry: async (id: string) => applyDocument({ client, document: await retryDocument(id) }),
      check: async (id: string) => applyDetail({ client, detail: await markChecked({ id, checked: true }) }),
      cancel: async (id: string) => applyDocument({ client, document: await cancelDocument(id) }),
      remove: async (id: string) => {
        await removeDocument(id)
        dropDocument({ client, id })
      },
    }),
    [client],
  )
}

export type BulkAction = keyof ReturnType<typeof useDocumentActions>
/** What the page of a document asks about before it is done. */
export type DocumentAction = Exclude<BulkAction, 'check'>
