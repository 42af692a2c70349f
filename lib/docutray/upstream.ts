import 'server-only'
import { getSettings } from '../env'

export type UpstreamKind = 'cloud' | 'engine'

/** Where documents are read: the vendor's cloud, or the engine in the box, which speaks the same contract. */
export function upstreamKind(): UpstreamKind {
  return getSettings().INTRAY_UPSTREAM ?? 'cloud'
}

/** The full address of a path under the upstream's base, which may carry a path prefix and a trailing slash. */
export function upstreamUrl(path: string): string {
  return getSettings().DOCUTRAY_BASE_URL.replace(/\/+$/, '') + path
}
