import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Agent } from 'undici'
import { lockFolder } from '@/embedded/folder-lock'
import { readOrganizations } from './default-organization'
import { openDocumentFiles } from './document-files'
import { createAuthenticate } from './http/authenticate'
import { createRateLimiter } from './http/rate-limiter'
import { createEngineServer } from './http/server'
import type { Intake } from './intake/accept-document'
import { createGuardedAgent } from './net-guard'
import { createDispatcher } from './queue/dispatcher'
import { recover } from './queue/recover'
import { type WorkParts, workOn } from './queue/work'
import { createQuota } from './quota'
import { healthRoute } from './routes/health'
import { stepsRoute } from './routes/steps'
import { statusRoute, submitRoute } from './routes/steps-async'
import { usageRoute } from './routes/usage'
import type { EngineSettings } from './settings'
import { loadStepCatalog } from './step-catalog'
import { openDatabase } from './store/open-database'
import { claimNext } from './store/queue'
import { createCourier } from './webhooks/courier'
import { createSubscriptions } from './webhooks/subscriptions'
import { createWorkerPool } from './workers/worker-pool'

export type Engine = { port: number; stop: () => Promise<void> }

/**
 * Wires the engine up and listens, on the loopback address alone. `processor` is the module that exports
 * `processDocument`, which the workers load.
 */
export async function startEngine(input: { settings: EngineSettings; processor: URL }): Promise<Engine> {
  const { settings, processor } = input
  const { timeZone, limits } = settings
  const catalog = loadStepCatalog(settings.steps)
  const lock = await lockFolder(settings.dataDir)
  const organizations = await readOrganizations(settings)
  const files = await openDocumentFiles(path.join(settings.dataDir, 'files'))
  const folder = path.join(settings.dataDir, 'db')
  const { database, close } = await openDatabase({ databaseUrl: settings.databaseUrl, folder })

  const agent = createGuardedAgent({
    allowHosts: settings.fetch.allowHosts,
    connectTimeoutMs: limits.urlTimeoutMs,
  })
  const openAgent = new Agent()
  const subscriptions = createSubscriptions(settings.webhooks)
  const agents = { configured: openAgent, requested: agent }
  const courier = createCourier({ database, subscriptions, limits, agents })
  const pool = createWorkerPool({ size: settings.workers, processor, limits })
  const workParts: WorkParts = {
    database,
    files,
    pool,
    timeZone,
    recordFinished: subscriptions.record,
    onFinished: courier.nudge,
  }
  const dispatcher = createDispatcher({
    workers: settings.workers,
    claim: (wanted) => claimNext({ database, onClaimed: subscriptions.record, ...wanted }),
    work: (execution) => {
      courier.nudge()
      return workOn({ parts: workParts, execution })
    },
  })

  const quota = createQuota({ database, timeZone })
  const intake: Intake = { settings, database, files, agent, quota, announce: dispatcher.announce }
  const server = createEngineServer({
    routes: [
      submitRoute({ intake, catalog }),
      statusRoute({ database }),
      usageRoute({ database, timeZone }),
      stepsRoute({ catalog }),
      healthRoute({ database }),
    ],
    authenticate: createAuthenticate(organizations),
    countRequest: createRateLimiter(limits.requestsPerMinute),
  })

  for (const organization of await recover(workParts)) dispatcher.announce(organization)
  courier.nudge()
  server.listen(settings.port, '127.0.0.1')
  await once(server, 'listening')

  return {
    // A listening TCP server has an address with a port.
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.close()
      server.closeIdleConnections()
      pool.close()
      await Promise.all([dispatcher.stop(), courier.stop()])
      server.closeAllConnections()
      await Promise.all([agent.destroy(), openAgent.destroy()])
      await close()
      await lock.release()
    },
  }
}
