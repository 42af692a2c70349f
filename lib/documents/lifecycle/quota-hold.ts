import 'server-only'
import { gateFor } from '@/lib/docutray/pause'
import { expirePauses } from '@/lib/docutray/pause-store'
import { nudge, requestJob } from '@/lib/jobs/boss'
import { pagesLeftToSend } from '@/lib/usage/allowance'
import { endQuotaWaits } from './waiting-store'

/** PostgreSQL's largest integer: no document has as many pages. */
const unlimited = 2_147_483_647

/** After the quota was raised or lifted: documents that wait for pages try again at once. */
export async function releaseQuota(): Promise<void> {
  await expirePauses(['submissions'])
  await requestJob('submit')
  nudge('submit')
}

/**
 * Pages may have come back since documents began to wait for them: a failure, a cancellation, a higher quota.
 * True where documents may go on.
 */
export async function reviewQuotaWaits(): Promise<boolean> {
  if ((await gateFor('submissions')).state === 'held') return false
  const { left } = await pagesLeftToSend()
  return endQuotaWaits({ maxPages: left ?? unlimited })
}
