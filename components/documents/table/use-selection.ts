'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import type { DocumentSummary } from '@/lib/documents/model/schema'

/** The selected among the shown documents; what is no longer shown is no longer selected. */
export function useSelection(shown: DocumentSummary[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const selected = useMemo(() => shown.filter(({ id }) => ids.has(id)), [shown, ids])
  const order = useRef<string[]>([])
  order.current = shown.map(({ id }) => id)
  /** The one toggled last: where a range begins. */
  const anchor = useRef<string | null>(null)

  const toggle = useCallback(({ id, isRange = false }: { id: string; isRange?: boolean }) => {
    const range = isRange ? rangeOf({ order: order.current, from: anchor.current, to: id }) : [id]
    anchor.current = id
    setIds((before) => {
      const after = new Set(before)
      // The whole range becomes what the one it ends with becomes.
      const isOn = !before.has(id)
      for (const one of range) isOn ? after.add(one) : after.delete(one)
      return after
    })
  }, [])
  const clear = useCallback(() => {
    anchor.current = null
    setIds(new Set())
  }, [])
  const toggleAll = () =>
    setIds(selected.length === shown.length ? new Set() : new Set(shown.map(({ id }) => id)))

  return { ids, selected, toggle, toggleAll, clear }
}

type Range = { order: string[]; from: string | null; to: string }

/** All between two, both included, in the order they are shown. */
function rangeOf({ order, from, to }: Range): string[] {
  const [start, end] = [from === null ? -1 : order.indexOf(from), order.indexOf(to)]
  if (start < 0 || end < 0) return [to]
  return order.slice(Math.min(start, end), Math.max(start, end) + 1)
}
