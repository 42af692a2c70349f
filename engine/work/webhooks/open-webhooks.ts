import { Agent } from 'undici'
import type { EngineSettings } from '@/engine/settings/read-settings'
import type { Database } from '@/engine/store/open-database'
import type { Execution } from '@/engine/store/tables'
import { createSubscriptions, type Subscriptions } from './subscriptions'
import { createWebhookSender } from './webhook-sender'

export type Webhooks = {
  record: Subscriptions['record']
  /** Carries what an earlier process left. */
  start: () => void
  /** Says that an execution's events are written down. Most have no subscriber, and the database is not asked. */
  announce: (execution: Execution) => void
  stop: () => Promise<void>
}

/** Writing events down and carrying them to their addresses; those that came with a request go through `guarded`. */
export function openWebhooks(input: {
  settings: EngineSettings
  database: Database
  guarded: Agent
}): Webhooks {
  const { settings, database, guarded } = input
  const configured = new Agent()
  const subscriptions = createSubscriptions(settings.webhooks)
  const sender = createWebhookSender({
    database,
    subscriptions,
    limits: settings.limits,
    agents: { configured, requested: guarded },
  })
  return {
    record: subscriptions.record,
    start: sender.wake,
    announce: (execution) => {
      if (subscriptions.areThereFor(execution)) sender.wake()
    },
    stop: async () => {
      await Promise.all([sender.stop(), configured.destroy()])
    },
  }
}
