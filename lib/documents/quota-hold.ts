import 'server-only'
import { gateFor } from '../docutray/pause'
import { expirePauses } from '../docutray/pause-store'
import { nudge, requestJob } from '../jobs/boss'
import { pagesLeftToSend } from '../usage/allowance'
import { endQuotaWaits } from './waiting-store'

/** PostgreSQL's largest integer: no document has as many pages. */
const unlimited = 2_147_483_647

/** After the quota was raised or lifted: documents that wait for pages try again at once. */
export async function releaseQuota(): Promise<void> {
  await expirePauses(['submissions'])
  await requestJob('submit')
  nudge('submit')
}

/** Pages may have come back since documents began to wait for them: a failure, a cancellation, a higher quota. */
export async function reviewQuotaWaits(): Promise<void> {
  if ((await gateFor('submissions')).state === 'held') return
  const { left } = await pagesLeftToSend()
  await endQuotaWaits({ maxPages: left ?? unlimited })
}
