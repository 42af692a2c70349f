import 'server-only'
import type { OwnSessions } from './schema'
import { listSessionsOf } from './store'

/** The sessions of a person, of which `currentId` is the one that asks. */
export async function readOwnSessions({
  personId,
  currentId,
}: {
  personId: string
  currentId: string
}): Promise<OwnSessions> {
  const sessions = await listSessionsOf(personId)
  return {
    sessions: sessions.map(({ id, device, startedAt, lastSeenAt }) => ({
      id,
      device,
      startedAt: startedAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: id === currentId,
    })),
  }
}
