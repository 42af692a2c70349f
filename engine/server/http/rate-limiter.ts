import { Refusal } from './refusal'

const windowMs = 60_000

/** Counts one request of an organization; throws the contract's 429 (§7) when the minute is used up. */
export type CountRequest = (input: { organization: string; now?: number }) => void

/** Allows each organization so many requests in each minute of the clock; null: no end. */
export function createRateLimiter(requestsPerMinute: number | null): CountRequest {
  let windowStart = 0
  let counts = new Map<string, number>()
  return ({ organization, now = Date.now() }) => {
    if (requestsPerMinute === null) return
    const currentStart = now - (now % windowMs)
    if (currentStart !== windowStart) {
      windowStart = currentStart
      counts = new Map()
    }
    const count = (counts.get(organization) ?? 0) + 1
    if (count > requestsPerMinute) {
      throw rateRefusal({ limit: requestsPerMinute, resetAtMs: windowStart + windowMs, now })
    }
    counts.set(organization, count)
  }
}

/** The same figures in body and headers: one official client reads only the body, the other only the headers. */
function rateRefusal({ limit, resetAtMs, now }: { limit: number; resetAtMs: number; now: number }): Refusal {
  const resetTime = resetAtMs / 1000
  const retryAfter = Math.max(1, Math.ceil((resetAtMs - now) / 1000))
  return new Refusal({
    status: 429,
    body: { error: 'Rate limit exceeded', limitType: 'minute', limit, remaining: 0, resetTime, retryAfter },
    headers: {
      'Retry-After': String(retryAfter),
      'X-RateLimit-Limit-Type': 'minute',
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': String(resetTime),
    },
  })
}
