import 'server-only'
import { createHash } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'

/** Whose failures are counted. The kind stands before the colon. */
export type Subject = `account:${string}` | `address:${string}` | `device:${string}`

type Attempt = { email: string; address: string; device: string | null }

/**
 * Who a sign-in is counted for: the account and the caller's address, each on its own; or the browser alone, where this
 * account signed in with it before, so that strangers who guess cannot keep its person out. Outside text never becomes
 * a key as it is: it would be as long as its sender wishes.
 */
export function subjectsOf({ email, address, device }: Attempt): Subject[] {
  if (device) return [`device:${digest(`${device} ${email}`)}`]
  return [accountOf(email), `address:${networkOf(address)}`]
}

export function accountOf(email: string): Subject {
  return `account:${digest(email)}`
}

/** One who has an IPv6 address has the 2^64 beside it too (RFC 6177). */
function networkOf(address: string): string {
  if (isIPv4(address)) return address
  if (!isIPv6(address)) return digest(address)
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).join(':')
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32)
}
