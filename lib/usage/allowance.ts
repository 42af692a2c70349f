import 'server-only'
import { monthOf, monthSpan } from '@/base/calendar'
import { organisationTimeZone } from '../env'
import { readDeskSettings } from '../settings/desk'
import { recallMonths } from './known-months'
import { refreshMonths } from './refresh'

type AllowanceQuery = { countCommitted: () => Promise<number>; now?: Date }

/**
 * How many pages may still be sent this month, and when the next month begins; `left` is null without a quota. What
 * was already given away (`countCommitted`) counts as used, and of upstream's and our own count the larger. Answers from the database
 * without waiting for the upstream, which is asked meanwhile where its last answer is old.
 */
export async function pagesLeftToSend({
  countCommitted,
  now = new Date(),
}: AllowanceQuery): Promise<{ left: number | null; resetsAt: Date }> {
  const timeZone = organisationTimeZone()
  const month = monthOf({ instant: now, timeZone })
  const resetsAt = monthSpan({ month, timeZone }).endsAt
  const { monthlyPages: quota } = await readDeskSettings()
  if (quota === null) return { left: null, resetsAt }
  // In this order a document that ends meanwhile counts twice, and never not at all.
  const committed = await countCommitted()
  const months = await recallMonths([month])
  void refreshMonths({ months, now })
  const used = Math.max(0, ...months.flatMap(({ upstream, ledger }) => [upstream?.pages ?? 0, ledger.pages]))
  return { left: Math.max(0, quota - used - committed), resetsAt }
}
