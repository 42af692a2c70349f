'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { documentSummarySchema } from '@/lib/documents/model/schema'
import { forgetDocument, rereadEverything, rereadUsage, takeInDocument } from './live-cache'

const LineContext = createContext<LineState>({ status: 'connecting', lastHeardAt: null })

/** Keeps the one event stream of this tab open and tells those below how it is. */
export function LiveLine({ children }: { children: ReactNode }) {
  return <LineContext value={useLiveEvents()}>{children}</LineContext>
}

export function useLine(): LineState {
  return useContext(LineContext)
}

type LineState = { status: 'connecting' | 'live' | 'silent'; lastHeardAt: Date | null }

/** The server says something at least every 10 s; after this long without a word the line counts as silent. */
const silenceMs = 25_000
const reopenMs = 3_000

/**
 * Listens to /api/events and keeps the query cache true. Each (re)opened stream re-reads everything, because what
 * happened while the line was silent is not told again. A stream is given up when silent, whatever the browser
 * believes about its connection: sleeping tabs and buffering proxies look connected.
 */
function useLiveEvents(): LineState {
  const client = useQueryClient()
  const [line, setLine] = useState<LineState>({ status: 'connecting', lastHeardAt: null })

  useEffect(() => {
    let source: EventSource | null = null
    let lastHeard = Date.now()

    const hear = () => {
      lastHeard = Date.now()
      setLine({ status: 'live', lastHeardAt: new Date(lastHeard) })
    }
    const open = () => {
      source?.close()
      source = new EventSource('/api/events')
      source.addEventListener('hello', () => {
        hear()
        rereadEverything(client)
      })
      source.addEventListener('heartbeat', hear)
      source.addEventListener('document', (event) => {
        hear()
        const parsed = documentSummarySchema.safeParse(JSON.parse(event.data))
        if (parsed.success) takeInDocument({ client, document: parsed.data })
      })
      source.addEventListener('removed', (event) => {
        hear()
        forgetDocument({ client, id: String(JSON.parse(event.data).id) })
      })
      source.addEventListener('usage', () => {
        hear()
        rereadUsage(client)
      })
    }
    const watch = () => {
      const quietMs = Date.now() - lastHeard
      if (quietMs > silenceMs) setLine((before) => ({ ...before, status: 'silent' }))
      const isDead = source?.readyState === EventSource.CLOSED
      if (quietMs > silenceMs || isDead) open()
    }
    const wake = () => {
      if (document.visibilityState === 'visible' && Date.now() - lastHeard > silenceMs / 2) open()
    }

    open()
    const timer = setInterval(watch, reopenMs)
    document.addEventListener('visibilitychange', wake)
    window.addEventListener('online', open)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', wake)
      window.removeEventListener('online', open)
      source?.close()
    }
  }, [client])

  return line
}
