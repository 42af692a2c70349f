'use client'

import { useMemo } from 'react'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { useOutbox, useOutboxPerson, useOutboxState } from './outbox-provider'
import { withPending } from './review-change'

/** A document as it will be once what this person did has been sent. */
export function usePendingDocument(saved: DocumentDetail): { document: DocumentDetail; isStuck: boolean } {
  const { changes, isStuck } = useOutboxState(useOutbox())
  const by = useOutboxPerson()
  const own = changes.filter(({ documentId }) => documentId === saved.id)
  const document = useMemo(
    () => (by && own.length > 0 ? withPending({ document: saved, changes, by }) : saved),
    [saved, changes, by, own.length],
  )
  return { document, isStuck: isStuck && own.length > 0 }
}
