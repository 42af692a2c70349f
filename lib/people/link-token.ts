import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** A token for a link that works once. Only its hash is kept, so that a copy of the database opens no door. */
export function createLinkToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashLinkToken(token) }
}

export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
