'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import type { Evidence } from '../result/evidence'

/** The value looked at, and how: pointed at with the mouse, reached by keyboard or tap, or asked for outright. */
export type PageFocus = { path: string; evidence: Evidence; how: 'hover' | 'focus' | 'go' }
type Point = (focus: PageFocus | null) => void

const FocusContext = createContext<PageFocus | null>(null)
const PointContext = createContext<Point>(() => {})

/** Ties values and pages together. Values only point, so that pointing redraws the page and not a thousand values. */
export function PageFocusProvider({ children }: { children: ReactNode }) {
  const [focus, setFocus] = useState<PageFocus | null>(null)
  return (
    <PointContext value={setFocus}>
      <FocusContext value={focus}>{children}</FocusContext>
    </PointContext>
  )
}

export function usePageFocus(): PageFocus | null {
  return useContext(FocusContext)
}

export function usePoint(): Point {
  return useContext(PointContext)
}
