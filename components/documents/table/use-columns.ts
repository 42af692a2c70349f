'use client'

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { ColumnId } from '@/lib/documents/views/list-columns'
import { fitColumns } from './columns'

/** In rem; below it documents are cards. */
const narrowest = 42

type TableColumns = {
  /** Measured to see what fits. */
  boxRef: RefObject<HTMLElement | null>
  shown: ColumnId[]
  isNarrow: boolean
}

/** Those of the chosen columns that there is room for. */
export function useColumns(chosen: ColumnId[]): TableColumns {
  const boxRef = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  useEffect(() => {
    const box = boxRef.current
    if (!box) return
    const observer = new ResizeObserver(() => setWidth(widthInRem(box)))
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  const isNarrow = width < narrowest
  const shown = useMemo(() => (isNarrow ? [] : fitColumns({ chosen, width })), [isNarrow, chosen, width])
  return { boxRef, shown, isNarrow }
}

function widthInRem(box: HTMLElement): number {
  return box.clientWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
