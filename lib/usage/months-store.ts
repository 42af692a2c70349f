import 'server-only'
import { and, eq, or } from 'drizzle-orm'
import { type Month, monthKey } from '@/base/calendar'
import { db } from '../db/client'
import { notifyUsage } from '../db/notify'
import { upstreamIdentity } from '../docutray/upstream'
import type { UpstreamSum } from './figures'
import { usageMonths } from './tables'

/** What the upstream last said of these months, by monthKey; a month it was never asked about is missing. */
export async function findUpstreamSums(months: Month[]): Promise<Map<string, UpstreamSum>> {
  const rows = await db()
    .select()
    .from(usageMonths)
    .where(or(...months.map(isMonth)))
  return new Map(rows.map((row) => [monthKey(row), row]))
}

type Answer = { month: Month; sum: UpstreamSum; replacesClosed: boolean }

/** Remembers an answer, unless a later one or a closed month is there already; changed figures are announced. */
export async function saveUpstreamSum({ month, sum, replacesClosed }: Answer): Promise<void> {
  await db().transaction(async (tx) => {
    const [known] = await tx.select().from(usageMonths).where(isMonth(month)).for('update')
    if (known && ((known.closed && !replacesClosed) || known.fetchedAt > sum.fetchedAt)) return
    await tx
      .insert(usageMonths)
      .values({ upstream: upstreamIdentity(), ...month, ...sum })
      .onConflictDoUpdate({ target: [usageMonths.upstream, usageMonths.year, usageMonths.month], set: sum })
    if (known?.pages !== sum.pages || known.operations !== sum.operations) await notifyUsage(tx)
  })
}

function isMonth({ year, month }: Month) {
  return and(
    eq(usageMonths.upstream, upstreamIdentity()),
    eq(usageMonths.year, year),
    eq(usageMonths.month, month),
  )
}
