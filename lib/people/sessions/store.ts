import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, desc, eq, gt, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { notifySessions } from '@/lib/db/notify'
import { sessions, users } from '../tables'

export const sessionDays = 14
/** How exactly it is known when somebody was last here. */
const lastSeenMs = 5 * 60_000
/** Ended sessions are shown nowhere. */
const keptDays = 30

const isAlive = and(
  isNull(sessions.endedAt),
  gt(sessions.startedAt, sql`now() - make_interval(days => ${sessionDays})`),
)

/** Begins a session and returns its id. `device`: what the browser calls itself. */
export async function beginSession({
  personId,
  device,
}: {
  personId: string
  device: string
}): Promise<string> {
  const id = `ses_${randomUUID()}`
  await db()
    .insert(sessions)
    .values({ id, personId, device: device.slice(0, 300) })
  return id
}

/** Whose session it is; null once it ended, or its person may not sign in. */
export async function findSessionPerson(id: string) {
  const [row] = await db()
    .select({
      user: { id: users.id, email: users.email, name: users.name, role: users.role },
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.personId))
    .where(and(eq(sessions.id, id), isAlive, isNull(users.disabledAt)))
  if (!row) return null
  if (Date.now() - row.lastSeenAt.getTime() > lastSeenMs) {
    await db().update(sessions).set({ lastSeenAt: new Date() }).where(eq(sessions.id, id))
  }
  return row.user
}

/** Of these sessions those that are alive, with the role of their person. */
export function listAlive(ids: string[]) {
  return db()
    .select({ id: sessions.id, role: users.role })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.personId))
    .where(and(inArray(sessions.id, ids), isAlive, isNull(users.disabledAt)))
}

export function listSessionsOf(personId: string) {
  return db()
    .select({
      id: sessions.id,
      device: sessions.device,
      startedAt: sessions.startedAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isAlive))
    .orderBy(desc(sessions.lastSeenAt))
}

type Ending = { tx?: Transaction; personId: string; sessionId?: string }

/** Ends one session of a person or all of them, in every tab and on every process at once. False where none was alive. */
export async function endSessions({ tx, personId, sessionId }: Ending): Promise<boolean> {
  const which: SQL | undefined = sessionId ? eq(sessions.id, sessionId) : undefined
  const database = tx ?? db()
  const ended = await database
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), which))
    .returning({ id: sessions.id })
  await notifySessions(
    database,
    ended.map(({ id }) => id),
  )
  return ended.length > 0
}

export async function deleteOldSessions(): Promise<void> {
  const keptFrom = sql`now() - make_interval(days => ${keptDays})`
  await db().delete(sessions).where(lt(sessions.startedAt, keptFrom))
}
