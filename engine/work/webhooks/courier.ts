import { setTimeout as sleep } from 'node:timers/promises'
import type { Agent } from 'undici'
import { createRunLoop } from '@/base/run-loop'
import { log } from '@/engine/log'
import type { Limits } from '@/engine/settings/config'
import { findNextDueAt, listDueDeliveries, recordAttempt } from '@/engine/store/deliveries'
import type { Database } from '@/engine/store/open-database'
import type { Delivery } from '@/engine/store/tables'
import { deliver } from './deliver'
import { createLanes } from './lanes'
import type { Subscriptions } from './subscriptions'

export type Courier = {
  /** Says that a delivery was written down. */
  nudge: () => void
  stop: () => Promise<void>
}

type CourierParts = {
  database: Database
  subscriptions: Subscriptions
  limits: Limits
  /** For addresses that an administrator configured, and for those that came with a request. */
  agents: { configured: Agent; requested: Agent }
}

const deliveriesPerLook = 128
const retryMs = 5_000

/** Carries the written-down deliveries to their addresses, again and again until they arrive or are given up. */
export function createCourier(parts: CourierParts): Courier {
  const lanes = createLanes()
  const underWay = new Set<Promise<void>>()
  const looking = createRunLoop({
    run: beginDue,
    onError: (error) => log.error({ err: error }, 'webhooks cannot be read'),
    retryMs,
  })

  async function beginDue(): Promise<Date | null> {
    const { database } = parts
    const now = new Date()
    // Each look fills some lanes and leaves those out the next time: who has a thousand waiting hides nobody.
    for (let begun = 1; begun > 0 && !lanes.isFull(); ) {
      const except = lanes.crowded()
      const due = await listDueDeliveries({ database, now, except, limit: deliveriesPerLook })
      begun = due.filter(begin).length
    }
    // What is due now and found no room is looked at again when a delivery ends.
    return findNextDueAt({ database, after: now })
  }

  /** Whether there was room for it. */
  function begin(delivery: Delivery): boolean {
    if (!lanes.enter(delivery)) return false
    const done = carry({ parts, delivery })
      .catch(async (error) => {
        log.error({ err: error, delivery: delivery.id }, 'a delivery cannot be recorded')
        // Unrecorded it is still due: without a pause it would be sent again and again.
        await sleep(retryMs)
      })
      .finally(() => {
        lanes.leave(delivery)
        underWay.delete(done)
        looking.wake()
      })
    underWay.add(done)
    return true
  }

  return {
    nudge: looking.wake,
    stop: async () => {
      await looking.stop()
      await Promise.all(underWay)
    },
  }
}

async function carry({ parts, delivery }: { parts: CourierParts; delivery: Delivery }): Promise<void> {
  const { database, subscriptions, limits, agents } = parts
  const { secret, isConfigured } = subscriptions.signing(delivery)
  const agent = isConfigured ? agents.configured : agents.requested
  const result = await deliver({ delivery, secret, agent, timeoutMs: limits.webhookTimeoutMs })
  const delayMs = result.isHopeless ? undefined : limits.webhookRetryDelaysMs[delivery.attempts]
  const nextAttemptAt = delayMs === undefined ? null : new Date(Date.now() + delayMs)
  await recordAttempt({ database, delivery, ...result, nextAttemptAt })
}
