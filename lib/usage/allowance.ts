import 'server-only'
import { readDeskSettings } from '../settings/desk'
import { organisationTimeZone } from '../settings/time-zone'
import { sumLedger, sumUncounted } from './ledger-store'
import { monthKey, monthOf, monthSpan } from './months'
import { findUpstreamSums } from './months-store'

/**
 * How many pages may still be sent this month, and when the next month begins; `left` is null without a quota. What
 * was already given away counts as used, and of upstream's and our own count the larger. Reads the database only.
 */
export async function pagesLeftToSend(now = new Date()): Promise<{ left: number | null; resetsAt: Date }> {
  const timeZone = organisationTimeZone()
  const month = monthOf({ instant: now, timeZone })
  const span = monthSpan({ month, timeZone })
  const { monthlyPages: quota } = await readDeskSettings()
  if (quota === null) return { left: null, resetsAt: span.endsAt }
  const [upstream, ledger, { committed }] = await Promise.all([
    findUpstreamSums([month]),
    sumLedger([{ month, span }]),
    sumUncounted(),
  ])
  const key = monthKey(month)
  const used = Math.max(upstream.get(key)?.pages ?? 0, ledger.get(key)?.pages ?? 0)
  return { left: Math.max(0, quota - used - committed), resetsAt: span.endsAt }
}
