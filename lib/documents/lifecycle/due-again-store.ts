import 'server-only'
import { and, eq, gt, inArray } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { documents } from '../tables'
import { sendingLeaseMs } from './submit-store'

/**
 * Makes everything that waits for its time due at once, after the clock was set back. To look too early does no harm;
 * what is being sent keeps its lease, counted anew.
 */
export async function makeAllDue(): Promise<void> {
  const now = new Date()
  await db()
    .update(documents)
    .set({ nextTryAt: now })
    .where(
      and(
        inArray(documents.state, ['waiting', 'enqueued', 'processing', 'cancelled']),
        gt(documents.nextTryAt, now),
      ),
    )
  const leaseEnd = new Date(now.getTime() + sendingLeaseMs)
  await db()
    .update(documents)
    .set({ nextTryAt: leaseEnd })
    .where(and(eq(documents.state, 'sending'), gt(documents.nextTryAt, leaseEnd)))
}
