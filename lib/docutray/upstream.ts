import 'server-only'
import { createHash } from 'node:crypto'
import { getSettings } from '../env'

export type UpstreamKind = 'cloud' | 'engine'

/** Where documents are read: the vendor's cloud, or the engine in the box, which speaks the same contract. */
export function upstreamKind(): UpstreamKind {
  return getSettings().INTRAY_UPSTREAM ?? 'cloud'
}

/** What may be told of the address and the key. */
export function describeUpstream(): { host: string; hasKey: boolean } {
  const { DOCUTRAY_BASE_URL, DOCUTRAY_API_KEY } = getSettings()
  return { host: new URL(DOCUTRAY_BASE_URL).host, hasKey: DOCUTRAY_API_KEY !== undefined }
}

/** The full address of a path under the upstream's base, which may carry a path prefix and a trailing slash. */
export function upstreamUrl(path: string): string {
  return getSettings().DOCUTRAY_BASE_URL.replace(/(?<!\/)\/+$/, '') + path
}

/**
 * Tells one upstream and account from another, for what is remembered of them. The key cannot be read from it. The
 * engine in the box is the same on whatever port it listens this time.
 */
export function upstreamIdentity(): string {
  const { DOCUTRAY_BASE_URL, DOCUTRAY_API_KEY } = getSettings()
  const place = upstreamKind() === 'engine' ? 'engine' : DOCUTRAY_BASE_URL
  return createHash('sha256').update(`${place} ${DOCUTRAY_API_KEY}`).digest('hex').slice(0, 16)
}
