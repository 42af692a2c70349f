import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Receivers reject timestamps more than 300 s away from now (contract §5). */
const maxAgeSeconds = 300

export type SignedCall = {
  body: Buffer
  /** The address the sender signed, as it is configured there. */
  url: string
  headers: {
    signature: string | null
    authSignature: string | null
    timestamp: string | null
    requestId: string | null
    event: string | null
  }
}

/**
 * Whether a webhook call was made by who holds the secret, and just now: both signatures must fit, that of the body
 * and that of request id, timestamp, address and event, because only the second covers the time.
 */
export function isAuthentic({ call, secret, now }: { call: SignedCall; secret: string; now: Date }): boolean {
  const { signature, authSignature, timestamp, requestId, event } = call.headers
  if (!signature || !authSignature || !timestamp || !requestId || !event) return false
  if (!/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > maxAgeSeconds) return false
  const signed = [requestId, timestamp, call.url, event].join('|')
  return (
    isSame(signature, sign({ secret, content: call.body })) &&
    isSame(authSignature, sign({ secret, content: signed }))
  )
}

export function sign({ secret, content }: { secret: string; content: Buffer | string }): string {
  return `sha256=${createHmac('sha256', secret).update(content).digest('hex')}`
}

function isSame(received: string, expected: string): boolean {
  const [one, other] = [Buffer.from(received), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
