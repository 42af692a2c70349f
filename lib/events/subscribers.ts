import 'server-only'
import { log } from '../log'
import { once } from '../once'
import type { Role } from '../people/roles'
import { listActivePeople } from '../people/store'
import { encodeEvents } from './live-event'
import { type Visibility, visibilityOf } from './visibility'

export type Subscriber = {
  userId: string
  documents: Visibility
  /** Takes server-sent events as bytes, which it shares with others and must not change. */
  write: (events: Uint8Array) => void
  /** The process goes down, or news were missed: the browser comes back and reads everything anew. */
  end: () => void
}

const heartbeatMs = 10_000

type OpenDesk = Subscriber & { since: Date }

type Desks = { open: Set<OpenDesk>; heartbeat: NodeJS.Timeout | undefined }
const desks = () => once<Desks>('desks', () => ({ open: new Set(), heartbeat: undefined }))

/** Returns the way to leave again. While anybody is here, all get a sign of life every ten seconds. */
export function subscribe(subscriber: Subscriber): () => void {
  const state = desks()
  const desk = { ...subscriber, since: new Date() }
  state.open.add(desk)
  state.heartbeat ??= setInterval(() => void heartbeat(), heartbeatMs)
  return () => {
    state.open.delete(desk)
    if (state.open.size > 0) return
    clearInterval(state.heartbeat)
    state.heartbeat = undefined
  }
}

/** Ends all streams; their browsers come back by themselves. */
export function endStreams(): void {
  for (const subscriber of listSubscribers()) subscriber.end()
}

export function listSubscribers(): OpenDesk[] {
  return [...desks().open]
}

/**
 * Who people are and what they may see is looked up again, for all desks at once. Who may hear less or more than when
 * the stream began, or has a new password since, is sent away: they come back to what is theirs, if they may.
 */
async function heartbeat(): Promise<void> {
  const open = listSubscribers()
  try {
    const checks = await checkSessions(open)
    const sign = encodeEvents([{ event: 'heartbeat', data: { now: new Date().toISOString() } }])
    for (const desk of open) {
      if (isUnchanged({ desk, check: checks.get(desk.userId) })) desk.write(sign)
      else desk.end()
    }
  } catch (error) {
    // Without a word from us the browsers say that the line is silent, which is true.
    log.error({ err: error }, 'the heartbeat failed')
  }
}

/** `sessionsFrom`: sessions begun before are over. */
type SessionCheck = { documents: Visibility; sessionsFrom: Date | null }

/** By person; nobody is in it who may not be here any more. */
async function checkSessions(subscribers: Subscriber[]): Promise<Map<string, SessionCheck>> {
  const people = await listActivePeople([...new Set(subscribers.map(({ userId }) => userId))])
  const ofRole = new Map<Role, Visibility>()
  for (const role of new Set(people.map((person) => person.role))) {
    ofRole.set(role, await visibilityOf({ role }))
  }
  return new Map(
    people.map(({ id, role, sessionsFrom }) => [id, { documents: ofRole.get(role) ?? 'none', sessionsFrom }]),
  )
}

function isUnchanged({ desk, check }: { desk: OpenDesk; check: SessionCheck | undefined }): boolean {
  if (check?.documents !== desk.documents) return false
  return check.sessionsFrom === null || check.sessionsFrom <= desk.since
}
