import 'server-only'
import { expirePauses } from '../docutray/pause-store'
import { nudge, requestJob } from '../jobs/boss'
import { endQuotaWaits } from './waiting-store'

/** After the quota was raised or lifted: documents that wait for pages try again at once. */
export async function releaseQuota(): Promise<void> {
  await expirePauses(['submissions'])
  await endQuotaWaits()
  await requestJob('submit')
  nudge('submit')
}
