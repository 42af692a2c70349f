'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import type { Evidence } from '@/lib/documents/attention/evidence'

/**
 * The value looked at, and how: pointed at with the mouse, reached by keyboard or tap, asked for outright, or to be
 * decided now: then the page is brought close to it and dimmed around it.
 */
export type PageFocus = { path: string; evidence: Evidence; how: 'hover' | 'focus' | 'go' | 'review' }
type SetPageFocus = (focus: PageFocus | null) => void

const FocusContext = createContext<PageFocus | null>(null)
const SetFocusContext = createContext<SetPageFocus>(() => {})

/** Ties values and pages together. Values only point, so that pointing redraws the page and not a thousand values. */
export function PageFocusProvider({ children }: { children: ReactNode }) {
  const [focus, setFocus] = useState<PageFocus | null>(null)
  return (
    <SetFocusContext value={setFocus}>
      <FocusContext value={focus}>{children}</FocusContext>
    </SetFocusContext>
  )
}

export function usePageFocus(): PageFocus | null {
  return useContext(FocusContext)
}

export function useSetPageFocus(): SetPageFocus {
  return useContext(SetFocusContext)
}
