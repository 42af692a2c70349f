import { createHmac, randomUUID } from 'node:crypto'

export type WebhookEvent = 'STEP_STARTED' | 'STEP_COMPLETED' | 'STEP_FAILED'

type Call = {
  /** The desk's address for webhooks. */
  url: string
  secret: string
  event: WebhookEvent
  execution: { id: string; stepId: string; metadata: unknown }
  /** The same for a call that comes twice. */
  requestId?: string
}

/** Calls a webhook as the upstream does (contract §5); the answer's status, 0 where there was none. */
export async function sendWebhook(call: Call): Promise<number> {
  const { url, secret, event, execution, requestId = randomUUID() } = call
  const body = JSON.stringify({
    step_execution_id: execution.id,
    step_id: execution.stepId,
    step_name: 'Stub',
    status: event === 'STEP_STARTED' ? 'PROCESSING' : 'completed',
    request_timestamp: new Date().toISOString(),
    document_metadata: execution.metadata,
  })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const sign = (content: string) => `sha256=${createHmac('sha256', secret).update(content).digest('hex')}`
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'Docutray-Webhook/1.0',
      'X-Docutray-Signature': sign(body),
      'X-Docutray-Auth-Signature': sign([requestId, timestamp, url, event].join('|')),
      'X-Docutray-Timestamp': timestamp,
      'X-Docutray-Request-Id': requestId,
      'X-Docutray-Event': event,
    },
    body,
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null)
  return answer?.status ?? 0
}
