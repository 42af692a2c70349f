import 'server-only'
import { deletePauses, expireOwnPauses, findPauses } from '@/lib/docutray/pause-store'
import { wakeWorker } from '@/lib/jobs/wake'
import { forget } from '@/lib/once'
import { hurryWaiting } from './waiting-store'

/**
 * Asks the upstream now, and not when the pause is over: one document, as a refused submission costs nothing. Where none
 * waits, what it last said of its quota is forgotten. A pause it asked for (429) is kept.
 */
export async function tryNow(): Promise<void> {
  forget('probe upstream')
  await expireOwnPauses(['calls', 'submissions'])
  if (await hurryWaiting()) return wakeWorker('submit')
  const { submissions } = await findPauses()
  if (submissions && submissions.code !== 'upstream.rate_limited') await deletePauses(['submissions'])
}
