import { type Agent, request } from 'undici'
import { PrivateAddressError } from '@/engine/net/net-guard'
import type { DeliveryAttempt } from '@/engine/store/deliveries'
import type { Delivery } from '@/engine/store/tables'
import { toWebhookHeaders } from './signature'

type DeliveryResult = {
  attempt: DeliveryAttempt
  isDelivered: boolean
  /** No later try can succeed. */
  isHopeless: boolean
}

/** Tries a delivery once. Only an answer from 200 to 299 within `timeoutMs` counts; redirects are not followed. */
export async function deliver(input: {
  delivery: Delivery
  secret: string | null
  agent: Agent
  timeoutMs: number
}): Promise<DeliveryResult> {
  const { delivery, secret, agent, timeoutMs } = input
  const startedAt = new Date()
  const timestamp = Math.floor(startedAt.getTime() / 1000)
  const finish = (outcome: { status: number | null; error: string | null }) => ({
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
    ...outcome,
  })
  try {
    const response = await request(delivery.url, {
      method: 'POST',
      dispatcher: agent,
      signal: AbortSignal.timeout(timeoutMs),
      headers: toWebhookHeaders({ ...delivery, requestId: delivery.id, timestamp, secret }),
      body: delivery.body,
    })
    await response.body.dump().catch(() => undefined)
    const isDelivered = response.statusCode >= 200 && response.statusCode < 300
    return {
      attempt: finish({ status: response.statusCode, error: null }),
      isDelivered,
      isHopeless: false,
    }
  } catch (error) {
    return {
      attempt: finish({ status: null, error: error instanceof Error ? error.message : String(error) }),
      isDelivered: false,
      isHopeless: error instanceof PrivateAddressError,
    }
  }
}
