'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { applyDocument, dropDocument } from '@/components/shell/live/live-cache'
import { cancelDocument, removeDocument, retryDocument } from '@/lib/documents/queries'

/** What a person can do to a document. The answer goes into the cache at once; a refusal is thrown as ReplyError. */
export function useDocumentActions() {
  const client = useQueryClient()
  return useMemo(
    () => ({
      retry: async (id: string) => applyDocument({ client, document: await retryDocument(id) }),
      cancel: async (id: string) => applyDocument({ client, document: await cancelDocument(id) }),
      remove: async (id: string) => {
        await removeDocument(id)
        dropDocument({ client, id })
      },
    }),
    [client],
  )
}

export type DocumentAction = keyof ReturnType<typeof useDocumentActions>
