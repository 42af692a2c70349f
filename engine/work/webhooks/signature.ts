import { createHmac } from 'node:crypto'
import type { WebhookEvent } from '@/engine/settings/config'

type SignedRequest = {
  requestId: string
  /** Unix seconds. */
  timestamp: number
  url: string
  event: WebhookEvent
  body: string
}

/** Headers of a delivery (contract §5). Without a secret there is nothing to sign with, and no signature is sent. */
export function toWebhookHeaders(input: SignedRequest & { secret: string | null }): Record<string, string> {
  const { requestId, timestamp, url, event, body, secret } = input
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'Docutray-Webhook/1.0',
    'X-Docutray-Timestamp': String(timestamp),
    'X-Docutray-Request-Id': requestId,
    'X-Docutray-Event': event,
    ...(secret !== null && {
      'X-Docutray-Signature': sign({ secret, text: body }),
      // For gateways that cannot see the body.
      'X-Docutray-Auth-Signature': sign({ secret, text: [requestId, timestamp, url, event].join('|') }),
    }),
  }
}

function sign({ secret, text }: { secret: string; text: string }): string {
  return `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`
}
