import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { db } from '../db/client'
import { upstreamPause } from '../db/schema'
import type { ErrorCode } from '../errors'

/** `calls` holds everything back, `submissions` new documents alone. */
const rowIds = { calls: 1, submissions: 2 }
export type PauseScope = keyof typeof rowIds

/** `failures` counts those in a row that led to it. */
export type Pause = { until: Date; code: ErrorCode; failures: number }

export async function findPause(scope: PauseScope): Promise<Pause | null> {
  const [row] = await db()
    .select({ until: upstreamPause.until, code: upstreamPause.code, failures: upstreamPause.failures })
    .from(upstreamPause)
    .where(eq(upstreamPause.id, rowIds[scope]))
  return row ?? null
}

export async function savePause({ scope, pause }: { scope: PauseScope; pause: Pause }): Promise<void> {
  await db()
    .insert(upstreamPause)
    .values({ id: rowIds[scope], ...pause })
    .onConflictDoUpdate({ target: upstreamPause.id, set: pause })
}

export async function deletePause(scope: PauseScope): Promise<void> {
  await db().delete(upstreamPause).where(eq(upstreamPause.id, rowIds[scope]))
}

/** Lets pauses end now, so that the next call finds out anew how things stand. */
export async function expirePauses(scopes: PauseScope[]): Promise<void> {
  await db()
    .update(upstreamPause)
    .set({ until: new Date() })
    .where(
      inArray(
        upstreamPause.id,
        scopes.map((scope) => rowIds[scope]),
      ),
    )
}
