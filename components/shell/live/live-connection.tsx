'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { documentSummarySchema } from '@/lib/documents/model/schema'
import { pagePerson, personHeader } from '@/lib/page/page-session'
import { checkSession } from '../session/check-session'
import { useSessionOver } from '../session/use-session-over'
import { applyDocument, dropDocument, invalidateAll, invalidateUsage } from './live-cache'

const ConnectionContext = createContext<ConnectionState>({ status: 'connecting', lastEventAt: null })

/** Keeps the one event stream of this tab open and tells those below how it is. */
export function LiveConnection({ children }: { children: ReactNode }) {
  return <ConnectionContext value={useLiveEvents()}>{children}</ConnectionContext>
}

export function useConnection(): ConnectionState {
  return useContext(ConnectionContext)
}

type ConnectionState = { status: 'connecting' | 'live' | 'silent' | 'signed_out'; lastEventAt: Date | null }

/** The server says something at least every 10 s; after this long without a word the line counts as silent. */
const silenceMs = 25_000
const reopenMs = 3_000

/**
 * Listens to /api/events and keeps the query cache true. Each (re)opened stream re-reads everything, because what
 * happened while the line was silent is not told again. A stream is given up when silent, whatever the browser
 * believes about its connection: sleeping tabs and buffering proxies look connected. Where the server ended it, the
 * session may be over, which is asked at once; until the sign-in there is no stream.
 */
function useLiveEvents(): ConnectionState {
  const client = useQueryClient()
  const [connection, setConnection] = useState<ConnectionState>({ status: 'connecting', lastEventAt: null })
  const isOver = useSessionOver()

  useEffect(() => {
    if (isOver) {
      setConnection((before) => ({ ...before, status: 'signed_out' }))
      return
    }
    let source: EventSource | null = null
    let lastEvent = Date.now()
    let hasSpoken = false
    setConnection((before) => ({ ...before, status: 'connecting' }))

    const markLive = () => {
      hasSpoken = true
      lastEvent = Date.now()
      setConnection({ status: 'live', lastEventAt: new Date(lastEvent) })
    }
    /** Ended or refused by the server: where it cannot be reached there is nobody to ask. */
    const checkEnd = () => {
      if (hasSpoken || source?.readyState === EventSource.CLOSED) void checkSession()
      hasSpoken = false
    }
    const open = () => {
      source?.close()
      source = new EventSource(eventsPath())
      source.addEventListener('hello', () => {
        markLive()
        invalidateAll(client)
      })
      source.addEventListener('error', checkEnd)
      source.addEventListener('heartbeat', markLive)
      source.addEventListener('document', (event) => {
        markLive()
        const parsed = documentSummarySchema.safeParse(JSON.parse(event.data))
        if (parsed.success) applyDocument({ client, document: parsed.data })
      })
      source.addEventListener('removed', (event) => {
        markLive()
        dropDocument({ client, id: String(JSON.parse(event.data).id) })
      })
      source.addEventListener('usage', () => {
        markLive()
        invalidateUsage(client)
      })
    }
    const watch = () => {
      const quietMs = Date.now() - lastEvent
      if (quietMs > silenceMs) setConnection((before) => ({ ...before, status: 'silent' }))
      const isDead = source?.readyState === EventSource.CLOSED
      if (quietMs > silenceMs || isDead) open()
    }
    const wake = () => {
      if (document.visibilityState === 'visible' && Date.now() - lastEvent > silenceMs / 2) open()
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
  }, [client, isOver])

  return connection
}

/** The address says whose page listens: a stream of events sends no headers. */
function eventsPath(): string {
  const person = pagePerson()
  return person ? `/api/events?${new URLSearchParams({ [personHeader]: person })}` : '/api/events'
}
