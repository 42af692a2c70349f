import 'server-only'
import { inArray } from 'drizzle-orm'
import { db } from '../db/client'
import type { ErrorCode } from '../errors'
import { upstreamPause } from './tables'

/** `calls` holds everything back, `submissions` new documents alone, `polls` questions about those that were sent. */
const rowIds = { calls: 1, submissions: 2, polls: 3 }
export type PauseScope = keyof typeof rowIds

/** `failures` counts those in a row that led to it. */
export type Pause = { until: Date; code: ErrorCode; failures: number }

type Pauses = { [Scope in PauseScope]: Pause | null }

export async function findPauses(): Promise<Pauses> {
  const rows = await db().select().from(upstreamPause)
  const find = (scope: PauseScope) => {
    const row = rows.find(({ id }) => id === rowIds[scope])
    return row ? { until: row.until, code: row.code, failures: row.failures } : null
  }
  return { calls: find('calls'), submissions: find('submissions'), polls: find('polls') }
}

export async function savePause({ scope, pause }: { scope: PauseScope; pause: Pause }): Promise<void> {
  await db()
    .insert(upstreamPause)
    .values({ id: rowIds[scope], ...pause })
    .onConflictDoUpdate({ target: upstreamPause.id, set: pause })
}

/** True where there was any. */
export async function deletePauses(scopes: PauseScope[]): Promise<boolean> {
  const deleted = await db().delete(upstreamPause).where(isOneOf(scopes)).returning({ id: upstreamPause.id })
  return deleted.length > 0
}

/** Lets pauses end now, so that the next call finds out anew how things stand. */
export async function expirePauses(scopes: PauseScope[]): Promise<void> {
  await db().update(upstreamPause).set({ until: new Date() }).where(isOneOf(scopes))
}

const isOneOf = (scopes: PauseScope[]) =>
  inArray(
    upstreamPause.id,
    scopes.map((scope) => rowIds[scope]),
  )
