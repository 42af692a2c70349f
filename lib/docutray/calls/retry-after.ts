/**
 * Seconds to wait by a `Retry-After` header, which is a number of seconds or an HTTP date (RFC 9110 §10.2.3).
 * Null where it says neither.
 */
export function readRetryAfter({ header, now }: { header: string | undefined; now: Date }): number | null {
  if (!header) return null
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header))
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000))
}
