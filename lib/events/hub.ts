import 'server-only'
import { getConnection } from '../db/client'
import { documentChannel, sessionChannel, usageChannel } from '../db/notify'
import { log } from '../log'
import { once } from '../once'
import { type ChangedDocument, latestVersion, listChanged } from './hub-store'
import { encodeEvents, type LiveEvent } from './live-event'
import { endStreams, endStreamsOf, listSubscribers, type Subscriber } from './subscribers'

/** A lone change is sent at once; under load changes are sent together, each document once. */
const loneMs = 10
const betweenMs = 100
const usageBurstMs = 1000
/** More changes than a desk shows cards are cheaper to read anew than to be sent. */
const maxChanges = 500

type Hub = { changed: Set<string>; sentAt: number; usageTimer: NodeJS.Timeout | undefined }
const hub = () => once<Hub>('hub', () => ({ changed: new Set(), sentAt: 0, usageTimer: undefined }))

/** Listens to the database once for all open desks of this process: a document is read once however many watch it. */
export async function startHub(): Promise<void> {
  await getConnection().listen({
    channels: {
      [documentChannel]: documentChanged,
      [usageChannel]: usageChanged,
      [sessionChannel]: endStreamsOf,
    },
    onGap: endStreams,
  })
}

function documentChanged(id: string): void {
  const { changed, sentAt } = hub()
  if (changed.size === 0)
    setTimeout(broadcastChanges, Math.max(loneMs, sentAt + betweenMs - performance.now()))
  changed.add(id)
}

async function broadcastChanges(): Promise<void> {
  const state = hub()
  const ids = [...state.changed]
  state.changed.clear()
  state.sentAt = performance.now()
  const subscribers = listSubscribers().filter(({ documents }) => documents !== 'none')
  if (subscribers.length === 0) return
  try {
    if (ids.length > maxChanges) return await broadcastSnapshot(subscribers)
    broadcast({ subscribers, changed: await listChanged(ids) })
  } catch (error) {
    log.error({ err: error }, 'changed documents could not be read; open desks read everything anew')
    endStreams()
  }
}

/** Written once for all who hear of everything, and once for each owner who listens. */
function broadcast({
  subscribers,
  changed,
}: {
  subscribers: Subscriber[]
  changed: ChangedDocument[]
}): void {
  const written = new Map<string, Uint8Array>()
  for (const { documents, userId, write } of subscribers) {
    const whose = documents === 'all' ? documents : userId
    const events =
      written.get(whose) ?? encodeEvents(changed.filter((one) => isFor({ whose, ...one })).map(toEvent))
    written.set(whose, events)
    if (events.length > 0) write(events)
  }
}

const isFor = ({ whose, ownerId }: { whose: string; ownerId: string }) => whose === 'all' || whose === ownerId

function toEvent({ id, summary }: ChangedDocument): LiveEvent {
  return summary ? { event: 'document', data: summary } : { event: 'removed', data: { id } }
}

async function broadcastSnapshot(subscribers: Subscriber[]): Promise<void> {
  const snapshot = encodeEvents([await snapshotEvent()])
  for (const { write } of subscribers) write(snapshot)
}

export async function snapshotEvent(): Promise<LiveEvent> {
  return { event: 'hello', data: { now: new Date().toISOString(), version: await latestVersion() } }
}

/** Sent to everyone, and without a figure: who sends documents is shown what is left of the month. */
function usageChanged(): void {
  const state = hub()
  state.usageTimer ??= setTimeout(() => {
    state.usageTimer = undefined
    const events = encodeEvents([{ event: 'usage', data: {} }])
    for (const { write } of listSubscribers()) write(events)
  }, usageBurstMs).unref()
}
