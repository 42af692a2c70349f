import { setTimeout as sleep } from 'node:timers/promises'
import type { Agent } from 'undici'
import { createRunLoop } from '@/base/run-loop'
import type { Limits } from '@/engine/settings/config'
import { log } from '@/engine/settings/log'
import { findNextDueAt, listDueDeliveries, recordAttempt } from '@/engine/store/deliveries'
import type { Database } from '@/engine/store/open-database'
import type { Delivery } from '@/engine/store/tables'
import { deliver } from './deliver'
import { createDeliverySlots } from './delivery-slots'
import type { Subscriptions } from './subscriptions'

type WebhookSender = {
  wake: () => void
  stop: () => Promise<void>
}

type SenderParts = {
  database: Database
  subscriptions: Subscriptions
  limits: Limits
  /** For addresses that an administrator configured, and for those that came with a request. */
  agents: { configured: Agent; requested: Agent }
}

const deliveriesPerLook = 128
const retryMs = 5_000

/** Carries the written-down deliveries to their addresses, again and again until they arrive or are given up. */
export function createWebhookSender(parts: SenderParts): WebhookSender {
  const slots = createDeliverySlots()
  const underWay = new Set<Promise<void>>()
  const loop = createRunLoop({
    run: beginDue,
    onError: (error) => log.error({ err: error }, 'webhooks cannot be read'),
    retryMs,
  })

  async function beginDue(): Promise<Date | null> {
    const { database } = parts
    const now = new Date()
    // Each look fills some slots and leaves those out the next time: who has a thousand waiting hides nobody.
    for (let begun = 1; begun > 0 && !slots.isFull(); ) {
      const except = slots.exhausted()
      const due = await listDueDeliveries({ database, now, except, limit: deliveriesPerLook })
      begun = due.filter(begin).length
    }
    // What is due now and found no room is looked at again when a delivery ends.
    return findNextDueAt({ database, after: now })
  }

  /** Whether there was room for it. */
  function begin(delivery: Delivery): boolean {
    if (!slots.acquire(delivery)) return false
    const done = attempt({ parts, delivery })
      .catch(async (error) => {
        log.error({ err: error, delivery: delivery.id }, 'a delivery cannot be recorded')
        // Unrecorded it is still due: without a pause it would be sent again and again.
        await sleep(retryMs)
      })
      .finally(() => {
        slots.release(delivery)
        underWay.delete(done)
        loop.wake()
      })
    underWay.add(done)
    return true
  }

  return {
    wake: loop.wake,
    stop: async () => {
      await loop.stop()
      await Promise.all(underWay)
    },
  }
}

async function attempt({ parts, delivery }: { parts: SenderParts; delivery: Delivery }): Promise<void> {
  const { database, subscriptions, limits, agents } = parts
  const { secret, isConfigured } = subscriptions.signing(delivery)
  const agent = isConfigured ? agents.configured : agents.requested
  const result = await deliver({ delivery, secret, agent, timeoutMs: limits.webhookTimeoutMs })
  const delayMs = result.isHopeless ? undefined : limits.webhookRetryDelaysMs[delivery.attempts]
  const nextAttemptAt = delayMs === undefined ? null : new Date(Date.now() + delayMs)
  await recordAttempt({ database, delivery, ...result, nextAttemptAt })
}
