'use client'

import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { removeDocument } from '@/lib/documents/queries'
import { type BulkOutcome, countRefused, emptyOutcome } from './bulk-outcome'
import { useBulkAction } from './use-bulk-action'

/** How long a deletion can be taken back. */
const graceMs = 10_000

const nothing: DocumentSummary[] = []

/**
 * Deletes documents after a while in which that can be taken back: until then they are only out of sight here. Leaving
 * the page deletes them at once.
 */
export function useRemoval({ onOutcome }: { onOutcome: (outcome: BulkOutcome | null) => void }) {
  const { run } = useBulkAction()
  const [pending, setPending] = useState(nothing)
  const hidden = useMemo(() => new Set(pending.map(({ id }) => id)), [pending])

  const removeNow = async (documents: DocumentSummary[]) => {
    const outcome = await run('remove', documents)
    setPending((now) => (now === documents ? nothing : now))
    if (countRefused(outcome) > 0) onOutcome(outcome)
  }
  const removePending = useEffectEvent(() => void removeNow(pending))
  useEffect(() => {
    if (pending.length === 0) return
    const timer = setTimeout(() => removePending(), graceMs)
    const leave = () => {
      clearTimeout(timer)
      for (const { id } of pending) void removeDocument(id, { keepalive: true }).catch(() => {})
    }
    window.addEventListener('pagehide', leave)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', leave)
    }
  }, [pending])
  const removeOnLeaving = useEffectEvent(() => {
    if (pending.length > 0) void run('remove', pending)
  })
  useEffect(() => () => removeOnLeaving(), [])

  const remove = (documents: DocumentSummary[]) => {
    if (pending.length > 0) void removeNow(pending)
    setPending(documents)
    onOutcome({ ...emptyOutcome('remove'), changed: documents.length })
  }
  const undo = useCallback(() => {
    setPending(nothing)
    onOutcome(null)
  }, [onOutcome])
  return { hidden, remove, undo: pending.length > 0 ? undo : null }
}
