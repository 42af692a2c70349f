'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { type LineState, useLiveEvents } from './use-live-events'

const LineContext = createContext<LineState>({ status: 'connecting', lastHeardAt: null })

/** Keeps the one event stream of this tab open and tells those below how it is. */
export function LiveLine({ children }: { children: ReactNode }) {
  return <LineContext value={useLiveEvents()}>{children}</LineContext>
}

export function useLine(): LineState {
  return useContext(LineContext)
}
