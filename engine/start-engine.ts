import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SettingError } from '@/base/settings'
import { createGuardedAgent } from './net/net-guard'
import type { OcrSettings } from './readers/ocr-settings'
import { createAuthenticate } from './server/http/authenticate'
import { createRateLimiter } from './server/http/rate-limiter'
import type { Route } from './server/http/route'
import { createEngineServer } from './server/http/server'
import type { Intake } from './server/intake/enqueue'
import { readOrganizations } from './server/organizations'
import { createQuota } from './server/quota'
import { convertRoutes } from './server/routes/convert'
import { documentTypeRoutes } from './server/routes/document-types'
import { healthRoute } from './server/routes/health'
import { identifyRoutes } from './server/routes/identify'
import { statusRoute, stepsRoute, submitRoute } from './server/routes/steps'
import { usageRoute } from './server/routes/usage'
import { wordsRoute } from './server/routes/words'
import { loadStepCatalog, type StepCatalog } from './settings/catalog'
import { checkOcr } from './settings/check-ocr'
import type { EngineSettings } from './settings/read-settings'
import { openStore } from './store/open-store'
import { openQueue, type Queue } from './work/queue/open-queue'
import { startRetention } from './work/retention'
import { openWebhooks } from './work/webhooks/open-webhooks'

export type Engine = { port: number; stop: () => Promise<void> }

/**
 * Wires the engine up and listens, on the loopback address alone unless the settings name another. `processor` is the module that exports
 * `processDocument`, which the workers load.
 */
export async function startEngine(input: { settings: EngineSettings; processor: URL }): Promise<Engine> {
  const { settings, processor } = input
  const { timeZone, limits } = settings
  const ocr = await requireOcr(settings)
  const catalog = loadStepCatalog(settings.steps)
  const store = await openStore(settings)
  const { database, files } = store
  const agent = createGuardedAgent({
    allowHosts: settings.fetch.allowHosts,
    connectTimeoutMs: limits.urlTimeoutMs,
  })
  const webhooks = openWebhooks({ settings, database, guarded: agent })
  const queue = openQueue({ settings, catalog, store, webhooks, processor, ocr })
  const quota = createQuota({ database, timeZone })
  const intake: Intake = { settings, database, files, agent, quota, announce: queue.announce }
  const server = createEngineServer({
    routes: listRoutes({ intake, catalog, queue }),
    authenticate: createAuthenticate(await readOrganizations(settings)),
    countRequest: createRateLimiter(limits.requestsPerMinute),
  })

  await queue.start()
  const retention = startRetention({ database, retention: settings.retention })
  webhooks.start()
  server.listen(settings.port, settings.host)
  await once(server, 'listening')

  return {
    // A listening TCP server has an address with a port.
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.close()
      // Cut off with the rest: a webhook that nobody answers would hold the end up.
      await Promise.all([queue.stop(), webhooks.stop(), retention.stop(), agent.destroy()])
      server.closeAllConnections()
      await store.close()
    },
  }
}

/** Refused at the start and not by every scan that fails. */
async function requireOcr({
  ocr,
  ocrLanguages,
  ocrThreads,
  ocrModels,
}: EngineSettings): Promise<OcrSettings> {
  const wanted = { program: ocr, languages: ocrLanguages, threads: ocrThreads, modelsFolder: ocrModels }
  return checkOcr(wanted).catch((error: unknown) => {
    throw new SettingError(`Bad setting ocrModels: ${error instanceof Error ? error.message : error}`)
  })
}

function listRoutes({
  intake,
  catalog,
  queue,
}: {
  intake: Intake
  catalog: StepCatalog
  queue: Queue
}): Route[] {
  const { database, settings } = intake
  const { completions } = queue
  return [
    submitRoute({ intake, catalog }),
    statusRoute({ database }),
    wordsRoute({ database }),
    usageRoute({ database, timeZone: settings.timeZone }),
    stepsRoute({ catalog }),
    ...convertRoutes({ intake, catalog, completions }),
    ...identifyRoutes({ intake, catalog, completions }),
    ...documentTypeRoutes({ catalog }),
    healthRoute({ database }),
  ]
}
