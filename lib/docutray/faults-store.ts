import 'server-only'
import { lt, sql } from 'drizzle-orm'
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

export async function deleteOldFaults(before: Date): Promise<void> {
  await db()
    .delete(upstreamFaults)
    .where(lt(upstreamFaults.day, dayOf(before)))
}

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10)
