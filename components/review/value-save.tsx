'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext } from 'react'
import { correctValue, documentDetailQuery } from '@/lib/documents/queries'
import { takeInDocument } from '../shell/live-cache'
import type { ResultValue, Scalar } from './result-tree'

type SaveValue = (given: { value: ResultValue; entry: Scalar }) => Promise<void>

const SaveContext = createContext<SaveValue | null>(null)

/** Lets values below be put right. What is handed down never changes, so that one save redraws one document, not each value twice. */
export function ValueSaveProvider({ id, children }: { id: string; children: ReactNode }) {
  const client = useQueryClient()
  const save = useCallback<SaveValue>(
    async ({ value, entry }) => {
      const { queryKey } = documentDetailQuery(id)
      try {
        const detail = await correctValue({ id, path: value.path, value: entry, was: value.value })
        client.setQueryData(queryKey, detail)
        takeInDocument({ client, document: detail })
      } catch (refusal) {
        // Somebody else's value must be seen before it is replaced.
        void client.invalidateQueries({ queryKey })
        throw refusal
      }
    },
    [client, id],
  )
  return <SaveContext value={save}>{children}</SaveContext>
}

/** Null where values are only shown. Saving throws ReplyError, `document.value_changed` where somebody was quicker. */
export function useSaveValue(): SaveValue | null {
  return useContext(SaveContext)
}
