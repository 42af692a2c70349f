import { setTimeout as sleep } from 'node:timers/promises'
import { QueryClient } from '@tanstack/react-query'
import { applyDocument, dropDocument } from '@/components/shell/live/live-cache'
import { type DocumentSummary, documentSummarySchema } from '@/lib/documents/model/schema'
import { liveDocumentLimit, liveDocumentsQuery } from '@/lib/documents/queries'
import type { DeskClient } from './desk-client'
import { until } from './until'

export type Screen = {
  documents: () => DocumentSummary[]
  /** Throws when the screen has not caught up with what the server said at one moment within 5 s. */
  expectToCatchUp: () => Promise<void>
  /** The longest it took to catch up so far. */
  longestLagMs: () => number
  close: () => void
}

/** What the design promises of the screen. */
const promisedMs = 5000
const reopenMs = 1000

/**
 * An open desk without a browser: the event stream, read anew whenever it breaks, kept in the very cache and by the
 * very rules that the cards are drawn from.
 */
export function openScreen(client: DeskClient): Screen {
  const cache = new QueryClient()
  const closing = new AbortController()
  let longestLagMs = 0

  const reread = async () => {
    const documents = await client.listNewest()
    cache.setQueryData(liveDocumentsQuery.queryKey, { documents, nextCursor: null })
  }
  const hear = async ({ event, data }: ServerEvent) => {
    if (event === 'hello') await reread()
    if (event === 'document')
      applyDocument({ client: cache, document: documentSummarySchema.parse(JSON.parse(data)) })
    if (event === 'removed') dropDocument({ client: cache, id: String(JSON.parse(data).id) })
  }
  const listen = async () => {
    while (!closing.signal.aborted) {
      await readEvents({ client, hear, signal: closing.signal }).catch(() => undefined)
      await sleep(reopenMs, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }
  void listen()
  const documents = () => cache.getQueryData(liveDocumentsQuery.queryKey)?.documents ?? []

  return {
    documents,
    longestLagMs: () => longestLagMs,
    close: () => closing.abort(),
    expectToCatchUp: async () => {
      const told = await client.listNewest()
      const isBehind = () => {
        const shown = new Map(documents().map((document) => [document.id, document.version]))
        const isFull = shown.size >= liveDocumentLimit
        return told.find(({ id, version }) => (shown.get(id) ?? (isFull ? version : -1)) < version)
      }
      const lagMs = await until({
        what: 'the screen shows what the server knows',
        timeoutMs: promisedMs,
        everyMs: 20,
        check: async () => {
          const behind = isBehind()
          if (behind) throw new Error(`behind with ${behind.id}`)
          return true
        },
      })
      longestLagMs = Math.max(longestLagMs, lagMs)
    },
  }
}

type ServerEvent = { event: string; data: string }
type Reading = { client: DeskClient; hear: (event: ServerEvent) => Promise<void>; signal: AbortSignal }

/** Server-sent events (WHATWG HTML §9.2), as far as ours go; ends when the stream does. */
async function readEvents({ client, hear, signal }: Reading): Promise<void> {
  const response = await fetch(`${client.url}/api/events`, { headers: { Cookie: client.cookie }, signal })
  let unread = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    unread += decoder.decode(chunk, { stream: true })
    const blocks = unread.split('\n\n')
    unread = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1]
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (event && data) await hear({ event, data })
    }
  }
}
