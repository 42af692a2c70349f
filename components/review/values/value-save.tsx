'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { applyDetail } from '@/components/shell/live/live-cache'
import type { Place } from '@/lib/documents/model/corrections'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { correctValue, documentDetailQuery } from '@/lib/documents/queries'
import type { ResultValue, Scalar } from '../result/result-tree'

type Saving = {
  documentId: string
  saveValue: (change: { value: ResultValue; entry: Scalar; place?: Place }) => Promise<void>
}

const SavingContext = createContext<Saving | null>(null)

/** Lets values below be put right. What is handed down never changes, so that one save redraws one document, not each value twice. */
export function ValueSaveProvider({ id, children }: { id: string; children: ReactNode }) {
  const client = useQueryClient()
  const saving = useMemo((): Saving => {
    const ingest = async (answer: Promise<DocumentDetail>) => {
      try {
        applyDetail({ client, detail: await answer })
      } catch (refusal) {
        // Somebody else's value must be seen before it is replaced.
        void client.invalidateQueries({ queryKey: documentDetailQuery(id).queryKey })
        throw refusal
      }
    }
    return {
      documentId: id,
      saveValue: ({ value, entry, place }) =>
        ingest(correctValue({ id, path: value.path, value: entry, was: value.value, place })),
    }
  }, [client, id])
  return <SavingContext value={saving}>{children}</SavingContext>
}

/** Null where values are only shown. Saving throws ReplyError, `document.value_changed` where somebody was quicker. */
export function useValueSaving(): Saving | null {
  return useContext(SavingContext)
}
