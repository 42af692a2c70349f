'use client'

import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { removeDocument } from '@/lib/documents/queries'
import { type BulkOutcome, countRefused, emptyOutcome } from './bulk-outcome'
import { useBulkAction } from './use-bulk-action'

/** How long a deletion can be taken back. */
const graceMs = 10_000

const nothing: DocumentSummary[] = []

/**
 * Deletes documents after a while in which that can be taken back: until they are gone they are out of sight here.
 * Leaving the page deletes them at once. `removed` is what is said of the last deletion, and `undo` takes back just that.
 */
export function useRemoval({ onRefused }: { onRefused: (outcome: BulkOutcome) => void }) {
  const { run } = useBulkAction()
  const [pending, setPending] = useState(nothing)
  const [removing, setRemoving] = useState(nothing)
  const [said, setSaid] = useState(nothing)
  const hidden = useMemo(() => new Set([...removing, ...pending].map(({ id }) => id)), [removing, pending])

  const removeNow = async (documents: DocumentSummary[]) => {
    setPending((now) => (now === documents ? nothing : now))
    setRemoving((now) => [...now, ...documents])
    const outcome = await run('remove', documents)
    setRemoving((now) => now.filter((one) => !documents.includes(one)))
    if (countRefused(outcome) === 0) return
    setSaid((now) => (now === documents ? nothing : now))
    onRefused(outcome)
  }
  const removePending = useEffectEvent(() => void removeNow(pending))
  useEffect(() => {
    if (pending.length === 0) return
    const timer = setTimeout(() => removePending(), graceMs)
    const leave = () => clearTimeout(timer)
    window.addEventListener('pagehide', leave)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', leave)
    }
  }, [pending])
  useEffect(() => {
    const leave = () => {
      for (const id of hidden) void removeDocument(id, { keepalive: true }).catch(() => {})
    }
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [hidden])
  const removeOnLeaving = useEffectEvent(() => {
    if (pending.length > 0) void run('remove', pending)
  })
  useEffect(() => () => removeOnLeaving(), [])

  const remove = (documents: DocumentSummary[]) => {
    if (pending.length > 0) void removeNow(pending)
    setPending(documents)
    setSaid(documents)
  }
  const undo = () => {
    setPending(nothing)
    setSaid(nothing)
  }
  return {
    hidden,
    remove,
    removed: said.length > 0 ? { ...emptyOutcome('remove'), changed: said.length } : null,
    undo: pending.length > 0 ? undo : null,
    close: () => setSaid(nothing),
  }
}
