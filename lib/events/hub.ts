import 'server-only'
import { getConnection } from '../db/client'
import { documentChannel, usageChannel } from '../db/notify'
import { log } from '../log'
import { once } from '../once'
import { type ChangedDocument, latestVersion, listChanged } from './hub-store'
import { encodeEvents, type LiveEvent } from './live-event'
import { endStreams, listSubscribers, type Subscriber } from './subscribers'

/** A lone change is told at once; under load changes are told together, each document once. */
const loneMs = 10
const betweenMs = 100
const usageBurstMs = 1000
/** More changes than a desk shows cards are cheaper to read anew than to be told. */
const maxTold = 500

type Hub = { changed: Set<string>; toldAt: number; usageTimer: NodeJS.Timeout | undefined }
const hub = () => once<Hub>('hub', () => ({ changed: new Set(), toldAt: 0, usageTimer: undefined }))

/** Listens to the database once for all open desks of this process: a document is read once however many watch it. */
export async function startHub(): Promise<void> {
  await getConnection().listen({
    channels: { [documentChannel]: documentChanged, [usageChannel]: usageChanged },
    onGap: endStreams,
  })
}

function documentChanged(id: string): void {
  const { changed, toldAt } = hub()
  if (changed.size === 0) setTimeout(tellChanged, Math.max(loneMs, toldAt + betweenMs - performance.now()))
  changed.add(id)
}

async function tellChanged(): Promise<void> {
  const state = hub()
  const ids = [...state.changed]
  state.changed.clear()
  state.toldAt = performance.now()
  const subscribers = listSubscribers().filter(({ documents }) => documents !== 'none')
  if (subscribers.length === 0) return
  try {
    if (ids.length > maxTold) return await tellToReadAnew(subscribers)
    tell({ subscribers, changed: await listChanged(ids) })
  } catch (error) {
    log.error({ err: error }, 'changed documents could not be read; open desks read everything anew')
    endStreams()
  }
}

/** Written once for all who hear of everything, and once for each owner who listens. */
function tell({ subscribers, changed }: { subscribers: Subscriber[]; changed: ChangedDocument[] }): void {
  const written = new Map<string, Uint8Array>()
  for (const { documents, userId, write } of subscribers) {
    const whose = documents === 'all' ? documents : userId
    const news =
      written.get(whose) ?? encodeEvents(changed.filter((one) => isFor({ whose, ...one })).map(toEvent))
    written.set(whose, news)
    if (news.length > 0) write(news)
  }
}

const isFor = ({ whose, ownerId }: { whose: string; ownerId: string }) => whose === 'all' || whose === ownerId

function toEvent({ id, summary }: ChangedDocument): LiveEvent {
  return summary ? { event: 'document', data: summary } : { event: 'removed', data: { id } }
}

async function tellToReadAnew(subscribers: Subscriber[]): Promise<void> {
  const hello = encodeEvents([await sayHello()])
  for (const { write } of subscribers) write(hello)
}

/** The event a stream begins with. */
export async function sayHello(): Promise<LiveEvent> {
  return { event: 'hello', data: { now: new Date().toISOString(), version: await latestVersion() } }
}

/** Told to everyone, and without a figure: who sends documents is shown what is left of the month. */
function usageChanged(): void {
  const state = hub()
  state.usageTimer ??= setTimeout(() => {
    state.usageTimer = undefined
    const news = encodeEvents([{ event: 'usage', data: {} }])
    for (const { write } of listSubscribers()) write(news)
  }, usageBurstMs).unref()
}
