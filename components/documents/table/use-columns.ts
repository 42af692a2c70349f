'use client'

import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type ColumnId, fitColumns, readColumns, usualColumns } from './columns'

const item = 'intray.columns'
/** In rem; below it documents are cards. */
const narrowest = 42

type TableColumns = {
  /** Measured to see what fits. */
  boxRef: RefObject<HTMLElement | null>
  chosen: ColumnId[]
  shown: ColumnId[]
  isNarrow: boolean
  choose: (ids: ColumnId[]) => void
}

/** The columns this person chose in this browser, and those of them that there is room for. */
export function useColumns(): TableColumns {
  const boxRef = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  const text = useSyncExternalStore(subscribe, readItem, () => '')
  const chosen = useMemo(() => readColumns(text), [text])
  useEffect(() => {
    const box = boxRef.current
    if (!box) return
    const observer = new ResizeObserver(() => setWidth(widthInRem(box)))
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  const isNarrow = width < narrowest
  const shown = useMemo(() => (isNarrow ? [] : fitColumns({ chosen, width })), [isNarrow, chosen, width])
  return { boxRef, chosen, shown, isNarrow, choose }
}

function widthInRem(box: HTMLElement): number {
  return box.clientWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

const changed = 'intray:columns'

function choose(ids: ColumnId[]): void {
  try {
    if (ids.join() === usualColumns.join()) localStorage.removeItem(item)
    else localStorage.setItem(item, ids.join())
    unstored = null
  } catch {
    // A full or forbidden storage: the choice holds until the page is left.
    unstored = ids.join()
  }
  window.dispatchEvent(new Event(changed))
}

let unstored: string | null = null

function readItem(): string {
  try {
    return unstored ?? localStorage.getItem(item) ?? ''
  } catch {
    return unstored ?? ''
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener)
  window.addEventListener('storage', listener)
  return () => {
    window.removeEventListener(changed, listener)
    window.removeEventListener('storage', listener)
  }
}
