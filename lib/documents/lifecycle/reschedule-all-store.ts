import 'server-only'
import { gt } from 'drizzle-orm'
import { documents } from '../tables'
import { move, reschedule } from './move'
import { sendingLeaseMs } from './submit-store'

/**
 * Makes everything that waits for its time due at once, after the clock was set back. To look too early does no harm;
 * what is being sent keeps its lease, counted anew.
 */
export async function rescheduleAll(): Promise<void> {
  const now = new Date()
  const where = gt(documents.nextTryAt, now)
  await move({ where, from: ['waiting'], to: { nextTryAt: now } })
  await reschedule({ where, states: ['enqueued', 'processing', 'cancelled'], nextTryAt: now })
  const leaseEnd = new Date(now.getTime() + sendingLeaseMs)
  await reschedule({ where: gt(documents.nextTryAt, leaseEnd), states: ['sending'], nextTryAt: leaseEnd })
}
