import 'server-only'
import { getConnection } from '../db/client'
import { isUpstreamReachable } from '../docutray/reachability'
import { upstreamKind } from '../docutray/upstream'
import { getSettings, organisationTimeZone, publicUrl } from '../env'
import type { ConnectionFacts } from './schema'

/** Where documents go and where things are kept. Of secrets it tells only whether they are set. */
export async function readConnection(): Promise<ConnectionFacts> {
  const settings = getSettings()
  return {
    upstream: {
      kind: upstreamKind(),
      host: new URL(settings.DOCUTRAY_BASE_URL).host,
      hasKey: settings.DOCUTRAY_API_KEY !== undefined,
      reachable: await isUpstreamReachable(),
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
