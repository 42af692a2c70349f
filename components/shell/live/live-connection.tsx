'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { documentSummarySchema } from '@/lib/documents/model/schema'
import { pagePerson, personHeader } from '@/lib/page/page-session'
import { checkSession } from '../session/check-session'
import { useSessionOver } from '../session/use-session-over'
import { applyDocument, dropDocument, invalidateAll, invalidateUsage } from './live-cache'
import { openStream } from './open-stream'
import type { StreamEvent } from './stream-events'

const ConnectionContext = createContext<ConnectionState>({ status: 'connecting', lastEventAt: null })

/** Keeps the event stream of this page open and tells those below how it is. */
export function LiveConnection({ children }: { children: ReactNode }) {
  return <ConnectionContext value={useLiveEvents()}>{children}</ConnectionContext>
}

export function useConnection(): ConnectionState {
  return useContext(ConnectionContext)
}

type ConnectionState = { status: 'connecting' | 'live' | 'silent' | 'signed_out'; lastEventAt: Date | null }

/** The server says something at least every 10 s; after this long without a word the line counts as silent. */
const silenceMs = 25_000
/** A line that broke is given this long to come back before the page says that it is lost. */
const brokenMs = 6_000
const checkMs = 3_000

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
    const setStatus = (status: ConnectionState['status']) =>
      setConnection((before) => ({ ...before, status }))
    if (isOver) return setStatus('signed_out')
    setStatus('connecting')
    let close = () => {}
    let lastEventAt = Date.now()
    let brokenAt: number | null = null
    let isClosed = false
    let isLive = false

    const handleEvent = (event: StreamEvent) => {
      if (event.type === 'error') return handleBreak(event)
      isLive = true
      brokenAt = null
      lastEventAt = Date.now()
      setConnection({ status: 'live', lastEventAt: new Date(lastEventAt) })
      applyEvent({ client, event })
    }
    /** Ended or refused by the server: where it cannot be reached there is nobody to ask. */
    const handleBreak = (event: { isClosed: boolean }) => {
      isClosed = event.isClosed
      brokenAt ??= Date.now()
      if (isLive || isClosed) void checkSession()
      isLive = false
    }
    const open = () => {
      close()
      isClosed = false
      close = openStream({ url: eventsPath(), onEvent: handleEvent })
    }
    const check = () => {
      const isQuiet = Date.now() - lastEventAt > silenceMs
      const isBroken = brokenAt !== null && Date.now() - brokenAt > brokenMs
      if (isQuiet || isBroken) setStatus('silent')
      if (isQuiet || isClosed) open()
    }
    const wake = () => {
      if (document.visibilityState === 'visible' && Date.now() - lastEventAt > silenceMs / 2) open()
    }

    open()
    const timer = setInterval(check, checkMs)
    document.addEventListener('visibilitychange', wake)
    // Whether the desk can be reached is the stream's to say: it may run on this very machine.
    for (const change of ['online', 'offline']) window.addEventListener(change, open)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', wake)
      for (const change of ['online', 'offline']) window.removeEventListener(change, open)
      close()
    }
  }, [client, isOver])

  return connection
}

type Applying = { client: QueryClient; event: Exclude<StreamEvent, { type: 'error' }> }

function applyEvent({ client, event: { type, data } }: Applying): void {
  if (type === 'hello') invalidateAll(client)
  if (type === 'usage') invalidateUsage(client)
  if (type === 'removed') dropDocument({ client, id: String(JSON.parse(data).id) })
  if (type !== 'document') return
  const parsed = documentSummarySchema.safeParse(JSON.parse(data))
  if (parsed.success) applyDocument({ client, document: parsed.data })
}

/** The address says whose page listens: a stream of events sends no headers. */
function eventsPath(): string {
  const person = pagePerson()
  return person ? `/api/events?${new URLSearchParams({ [personHeader]: person })}` : '/api/events'
}
