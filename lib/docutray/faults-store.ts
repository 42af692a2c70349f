import 'server-only'
import { and, eq, gte, lt, sql } from 'drizzle-orm'
import { db } from '../db/client'
import type { ErrorCode } from '../errors'
import { upstreamFaults } from './tables'
import { upstreamIdentity } from './upstream'

type Fault = { operation: string; code: ErrorCode; detail: string | null }

/** Counts a call that failed. */
export async function recordFault({ operation, code, detail }: Fault): Promise<void> {
  const row = { upstream: upstreamIdentity(), day: dayOf(new Date()), operation, code }
  const last = { lastAt: new Date(), detail }
  await db()
    .insert(upstreamFaults)
    .values({ ...row, ...last, count: 1 })
    .onConflictDoUpdate({
      target: [upstreamFaults.upstream, upstreamFaults.day, upstreamFaults.operation, upstreamFaults.code],
      set: { ...last, count: sql`${upstreamFaults.count} + 1` },
    })
}

type FaultCount = { code: ErrorCode; count: number; lastAt: Date; detail: string | null }

/** What went wrong since `since`, by kind, the latest first; `detail` is what was said the last time. */
export async function countFaults(since: Date): Promise<FaultCount[]> {
  const rows = await db()
    .select()
    .from(upstreamFaults)
    .where(and(eq(upstreamFaults.upstream, upstreamIdentity()), gte(upstreamFaults.day, dayOf(since))))
  const counts = new Map<ErrorCode, FaultCount>()
  for (const { code, count, lastAt, detail } of rows) {
    const known = counts.get(code)
    const latest = known && known.lastAt > lastAt ? known : { lastAt, detail }
    counts.set(code, {
      code,
      count: count + (known?.count ?? 0),
      lastAt: latest.lastAt,
      detail: latest.detail,
    })
  }
  return [...counts.values()].sort((one, other) => other.lastAt.getTime() - one.lastAt.getTime())
}

export async function deleteOldFaults(before: Date): Promise<void> {
  await db()
    .delete(upstreamFaults)
    .where(lt(upstreamFaults.day, dayOf(before)))
}

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10)
