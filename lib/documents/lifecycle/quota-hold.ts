import 'server-only'
import { gateFor } from '@/lib/docutray/pause'
import { pagesLeftToSend } from '@/lib/usage/allowance'
import { releaseQuotaHold, sumUncounted } from './waiting-store'

/** PostgreSQL's largest integer: no document has as many pages. */
const unlimited = 2_147_483_647

/**
 * Pages may have come back since documents began to wait for them: a failure, a cancellation, a higher quota.
 * True where documents may go on.
 */
export async function reviewQuotaWaits(): Promise<boolean> {
  if ((await gateFor('submissions')).state === 'held') return false
  const { left } = await readAllowance()
  return releaseQuotaHold({ maxPages: left ?? unlimited })
}

export function readAllowance(): ReturnType<typeof pagesLeftToSend> {
  return pagesLeftToSend({ countCommitted: async () => (await sumUncounted()).committed })
}
