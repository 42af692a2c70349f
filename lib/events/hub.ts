import 'server-only'
import { getConnection } from '../db/client'
import type { DocumentSummary } from '../documents/schema'
import { log } from '../log'
import { listChanged } from './hub-store'
import { documentChannel, usageChannel } from './notify'

/** What an open desk is told. The browser's side is components/shell/use-live-events. */
export type LiveEvent =
  | { event: 'hello'; data: { now: string; version: number } }
  | { event: 'heartbeat'; data: { now: string } }
  | { event: 'document'; data: DocumentSummary }
  | { event: 'removed'; data: { id: string } }
  | { event: 'usage'; data: Record<string, never> }

export type Subscriber = {
  userId: string
  /** Whose documents it hears of. */
  documents: 'none' | 'own' | 'all'
  send: (event: LiveEvent) => void
  /** The process goes down, or news were missed: the browser comes back and reads everything anew. */
  end: () => void
}

/** A burst of changes to one document is told once. */
const burstMs = 25
const usageBurstMs = 1000

type Hub = { subscribers: Set<Subscriber>; changed: Set<string>; usageTimer: NodeJS.Timeout | undefined }
const shared = globalThis as typeof globalThis & { intrayHub?: Hub }

/** Listens to the database once for all open desks of this process: a document is read once however many watch it. */
export async function startHub(): Promise<void> {
  const { listen } = getConnection()
  await listen({ channel: documentChannel, onMessage: documentChanged, onGap: endStreams })
  await listen({ channel: usageChannel, onMessage: usageChanged, onGap: endStreams })
}

/** Returns the way to leave again. */
export function subscribe(subscriber: Subscriber): () => void {
  hub().subscribers.add(subscriber)
  return () => hub().subscribers.delete(subscriber)
}

/** Ends all streams; their browsers come back by themselves. */
export function endStreams(): void {
  for (const subscriber of [...hub().subscribers]) subscriber.end()
}

export function countSubscribers(): number {
  return hub().subscribers.size
}

function documentChanged(id: string): void {
  const { changed } = hub()
  if (changed.size === 0) setTimeout(tellChanged, burstMs)
  changed.add(id)
}

async function tellChanged(): Promise<void> {
  const { changed, subscribers } = hub()
  const ids = [...changed]
  changed.clear()
  if (subscribers.size === 0) return
  try {
    for (const { id, ownerId, summary } of await listChanged(ids)) {
      const news: LiveEvent = summary
        ? { event: 'document', data: summary }
        : { event: 'removed', data: { id } }
      for (const subscriber of subscribers) if (hearsOf({ subscriber, ownerId })) subscriber.send(news)
    }
  } catch (error) {
    log.error({ err: error }, 'changed documents could not be read; open desks read everything anew')
    endStreams()
  }
}

function hearsOf({ subscriber, ownerId }: { subscriber: Subscriber; ownerId: string }): boolean {
  return subscriber.documents === 'all' || (subscriber.documents === 'own' && subscriber.userId === ownerId)
}

/** Told to everyone, and without a figure: who sends documents is shown what is left of the month. */
function usageChanged(): void {
  const state = hub()
  state.usageTimer ??= setTimeout(() => {
    state.usageTimer = undefined
    for (const { send } of state.subscribers) send({ event: 'usage', data: {} })
  }, usageBurstMs).unref()
}

function hub(): Hub {
  shared.intrayHub ??= { subscribers: new Set(), changed: new Set(), usageTimer: undefined }
  return shared.intrayHub
}
