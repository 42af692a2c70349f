'use client'

import { useCallback, useMemo, useState } from 'react'
import type { DocumentSummary } from '@/lib/documents/model/schema'

/** The selected among the shown documents; what is no longer shown is no longer selected. */
export function useSelection(shown: DocumentSummary[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const selected = useMemo(() => shown.filter(({ id }) => ids.has(id)), [shown, ids])

  const toggle = useCallback((id: string) => {
    setIds((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }, [])
  const clear = useCallback(() => setIds(new Set()), [])
  const toggleAll = () =>
    setIds(selected.length === shown.length ? new Set() : new Set(shown.map(({ id }) => id)))

  return { ids, selected, toggle, toggleAll, clear }
}
