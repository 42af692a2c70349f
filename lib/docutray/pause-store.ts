import 'server-only'
import { and, inArray, ne } from 'drizzle-orm'
import { db } from '../db/client'
import { notifyUsage } from '../db/notify'
import type { ErrorCode } from '../errors'
import { upstreamPause } from './tables'

/** `calls` holds everything back, `submissions` new documents alone, `polls` questions about those that were sent. */
const rowIds = { calls: 1, submissions: 2, polls: 3 }
export type PauseScope = keyof typeof rowIds

/** `failures` counts those in a row that led to it; `resetsAt` is when a spent quota begins anew, where that was said. */
export type Pause = { until: Date; code: ErrorCode; failures: number; since: Date; resetsAt: Date | null }

type Pauses = { [Scope in PauseScope]: Pause | null }

export async function findPauses(): Promise<Pauses> {
  const rows = await db().select().from(upstreamPause)
  const find = (scope: PauseScope) => {
    const row = rows.find(({ id }) => id === rowIds[scope])
    if (!row) return null
    const { id, ...pause } = row
    return pause
  }
  return { calls: find('calls'), submissions: find('submissions'), polls: find('polls') }
}

type SavedPause = { scope: PauseScope; pause: Omit<Pause, 'since' | 'resetsAt'> & Partial<Pause> }

/** Open desks hear of those that people are told of: a spent quota and a limit of calls. */
export async function savePause({ scope, pause }: SavedPause): Promise<void> {
  await db().transaction(async (tx) => {
    await tx
      .insert(upstreamPause)
      .values({ id: rowIds[scope], ...pause })
      .onConflictDoUpdate({ target: upstreamPause.id, set: pause })
    if (shown.includes(pause.code)) await notifyUsage(tx)
  })
}

const shown: ErrorCode[] = ['upstream.quota_exceeded', 'upstream.rate_limited']

/** True where there was any. */
export async function deletePauses(scopes: PauseScope[]): Promise<boolean> {
  const deleted = await db().delete(upstreamPause).where(isOneOf(scopes)).returning({ id: upstreamPause.id })
  if (deleted.length > 0) await notifyUsage(db())
  return deleted.length > 0
}

/** Lets pauses end now, so that the next call finds out anew how things stand. */
export async function expirePauses(scopes: PauseScope[]): Promise<void> {
  await db().update(upstreamPause).set({ until: new Date() }).where(isOneOf(scopes))
}

/** The same, but for the pauses that the upstream asked for. */
export async function expireOwnPauses(scopes: PauseScope[]): Promise<void> {
  const isOwn = and(isOneOf(scopes), ne(upstreamPause.code, 'upstream.rate_limited'))
  await db().update(upstreamPause).set({ until: new Date() }).where(isOwn)
}

const isOneOf = (scopes: PauseScope[]) =>
  inArray(
    upstreamPause.id,
    scopes.map((scope) => rowIds[scope]),
  )
