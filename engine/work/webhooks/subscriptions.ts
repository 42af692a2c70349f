import type { ConfiguredWebhook } from '@/engine/settings/config'
import { addDeliveries } from '@/engine/store/deliveries'
import { createId } from '@/engine/store/ids'
import type { Database } from '@/engine/store/open-database'
import type { Execution } from '@/engine/store/tables'
import { toWebhook } from './payload'

export type Subscriptions = {
  /** Writes down a delivery for everyone who subscribed to the execution's present state. */
  record: (event: { database: Database; execution: Execution }) => Promise<void>
  /** Whether anyone may have subscribed to an execution at all. */
  areThereFor: (execution: Execution) => boolean
  /** The secret to sign with, and whether an administrator chose the address. */
  signing: (address: { organization: string; url: string }) => {
    secret: string | null
    isConfigured: boolean
  }
}

/** Who gets which events: the organization's configured addresses, and the one that came with the request. */
export function createSubscriptions(webhooks: ConfiguredWebhook[]): Subscriptions {
  const of = (organization: string) => webhooks.filter((webhook) => webhook.organization === organization)
  return {
    record: async ({ database, execution }) => {
      const { event, payload } = toWebhook(execution)
      const urls = new Set(
        of(execution.organization)
          .filter((webhook) => webhook.events.includes(event))
          .map((webhook) => webhook.url),
      )
      if (execution.webhookUrl) urls.add(execution.webhookUrl)
      const now = new Date()
      const added = [...urls].map((url) => ({
        id: createId(),
        executionId: execution.id,
        organization: execution.organization,
        url,
        event,
        body: JSON.stringify(payload),
        state: 'pending' as const,
        attempts: 0,
        createdAt: now,
        nextAttemptAt: now,
      }))
      await addDeliveries({ database, added })
    },
    areThereFor: ({ organization, webhookUrl }) => webhookUrl !== null || of(organization).length > 0,
    signing: ({ organization, url }) => {
      const own = of(organization)
      const configured = own.find((webhook) => webhook.url === url)
      return {
        secret: (configured ?? own[0])?.secret ?? null,
        isConfigured: configured !== undefined,
      }
    },
  }
}
