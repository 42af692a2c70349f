import 'server-only'
import { log } from '../log'
import { once } from '../once'
import type { Role } from '../people/roles'
import { listAlive } from '../people/sessions/store'
import { listAliveTokens } from '../people/tokens/store'
import { encodeEvents } from './live-event'
import { type Visibility, visibilityOf } from './visibility'

export type Subscriber = {
  userId: string
  /** Of the session, or of the access token, with which the stream ends. */
  sessionId: string
  documents: Visibility
  /** Takes server-sent events as bytes, which it shares with others and must not change. */
  write: (events: Uint8Array) => void
  /** The process goes down, or news were missed: the browser comes back and reads everything anew. */
  end: () => void
}

const heartbeatMs = 10_000
/** More tabs than a person has open, on all machines. What is beyond is most likely the line of a page that is gone. */
export const mostStreamsOfPerson = 250

type Desks = { open: Set<Subscriber>; heartbeat: NodeJS.Timeout | undefined }
const desks = () => once<Desks>('desks', () => ({ open: new Set(), heartbeat: undefined }))

/**
 * Returns the way to leave again. While anybody is here, all get a sign of life every ten seconds. Of one person so
 * many are kept: the oldest is ended, and comes back where it is still looked at.
 */
export function subscribe(subscriber: Subscriber): () => void {
  const state = desks()
  const earlier = listSubscribers().filter(({ userId }) => userId === subscriber.userId)
  for (const { end } of earlier.slice(0, Math.max(0, earlier.length + 1 - mostStreamsOfPerson))) end()
  state.open.add(subscriber)
  state.heartbeat ??= setInterval(() => void heartbeat(), heartbeatMs)
  return () => {
    state.open.delete(subscriber)
    if (state.open.size > 0) return
    clearInterval(state.heartbeat)
    state.heartbeat = undefined
  }
}

/** Ends all streams; their browsers come back by themselves. */
export function endStreams(): void {
  for (const subscriber of listSubscribers()) subscriber.end()
}

export function listSubscribers(): Subscriber[] {
  return [...desks().open]
}

/** Ends the streams of a session; its browser asks who it is now. */
export function endStreamsOf(sessionId: string): void {
  for (const subscriber of listSubscribers()) if (subscriber.sessionId === sessionId) subscriber.end()
}

/**
 * Whose session is over and what people may see is looked up again, for all desks at once. Who may hear less or more
 * than when the stream began is sent away: they come back to what is theirs, if they may.
 */
async function heartbeat(): Promise<void> {
  const open = listSubscribers()
  try {
    const visible = await readVisibilities(open)
    const sign = encodeEvents([{ event: 'heartbeat', data: { now: new Date().toISOString() } }])
    for (const desk of open) {
      if (visible.get(desk.sessionId) === desk.documents) desk.write(sign)
      else desk.end()
    }
  } catch (error) {
    // Without a word from us the browsers say that the line is silent, which is true.
    log.error({ err: error }, 'the heartbeat failed')
  }
}

/** By session or access token; none is in it that is over. */
async function readVisibilities(subscribers: Subscriber[]): Promise<Map<string, Visibility>> {
  const ids = [...new Set(subscribers.map(({ sessionId }) => sessionId))]
  const [sessions, tokens] = await Promise.all([listAlive(ids), listAliveTokens(ids)])
  const silent = tokens.filter(({ abilities }) => abilities && !abilities.includes('documents'))
  const hearing = [...sessions, ...tokens.filter((token) => !silent.includes(token))]
  const ofRole = new Map<Role, Visibility>()
  for (const role of new Set(hearing.map((caller) => caller.role))) {
    ofRole.set(role, await visibilityOf({ role }))
  }
  return new Map([
    ...silent.map(({ id }) => [id, 'none'] as const),
    ...hearing.map(({ id, role }) => [id, ofRole.get(role) ?? 'none'] as const),
  ])
}
