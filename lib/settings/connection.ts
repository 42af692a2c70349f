import 'server-only'
import { getConnection } from '../db/client'
import { askUpstream } from '../docutray/reachability'
import { listRefusals, stepIdOf } from '../docutray/refusals-store'
import { describeUpstream, upstreamKind } from '../docutray/upstream'
import { getSettings, organisationTimeZone, publicUrl } from '../env'
import type { ConnectionFacts } from './schema'

/** Where documents go and where things are kept. Of secrets it tells only whether they are set. */
export async function readConnection(): Promise<ConnectionFacts> {
  const settings = getSettings()
  const reach = await askUpstream()
  const refusals = await listRefusals()
  return {
    upstream: {
      kind: upstreamKind(),
      ...describeUpstream(),
      reachable: reach !== 'away',
      refusals: refusals.map(({ subject, since, detail }) => ({
        stepId: stepIdOf(subject),
        since: since.toISOString(),
        detail,
      })),
    },
    webhook: {
      url: `${publicUrl()}/api/webhooks/docutray`,
      hasSecret: settings.DOCUTRAY_WEBHOOK_SECRET !== undefined,
    },
    timeZone: organisationTimeZone(),
    database: getConnection().kind,
    dataFolder: settings.INTRAY_DATA_DIR,
    files: settings.FILES_URL ? 's3' : 'folder',
  }
}
