import 'server-only'
import { and, eq, lt, sql } from 'drizzle-orm'
import { db } from './client'
import { leases } from './tables'

type Holding = { name: string; holder: string; forMs: number }

// The clock is the database's: those of several machines differ.
const now = sql`now()`
const after = (ms: number) => sql<Date>`now() + ${ms} * interval '1 millisecond'`

/** Takes the lease if nobody has it; else asks whoever has it to be brief. */
export async function takeLease({ name, holder, forMs }: Holding): Promise<boolean> {
  const taken = await db()
    .insert(leases)
    .values({ name, holder, until: after(forMs) })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder, until: after(forMs), wanted: false },
      setWhere: lt(leases.until, now),
    })
    .returning({ name: leases.name })
  if (taken.length > 0) return true
  await db().update(leases).set({ wanted: true }).where(eq(leases.name, name))
  return false
}

export async function keepLease(holding: Holding): Promise<{ isOurs: boolean; isWanted: boolean }> {
  const [kept] = await db()
    .update(leases)
    .set({ until: after(holding.forMs) })
    .where(isHeldBy(holding))
    .returning({ wanted: leases.wanted })
  return { isOurs: kept !== undefined, isWanted: kept?.wanted ?? false }
}

export async function endLease(holding: Omit<Holding, 'forMs'>): Promise<void> {
  await db().delete(leases).where(isHeldBy(holding))
}

/** For the one process of an embedded database, whose earlier self is no more. */
export async function endAllLeases(): Promise<void> {
  await db().delete(leases)
}

const isHeldBy = ({ name, holder }: Omit<Holding, 'forMs'>) =>
  and(eq(leases.name, name), eq(leases.holder, holder))
