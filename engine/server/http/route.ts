import type { IncomingMessage } from 'node:http'
import type { Organization } from '@/engine/settings/config'

export type Call = {
  request: IncomingMessage
  requestId: string
  path: string
  params: Record<string, string>
  query: URLSearchParams
  /** Whose key was shown. */
  organization: Organization
  /** Asks a caller that waits for it (`Expect: 100-continue`) to send the body. */
  beginBody: () => void
}

export type Reply = { status: number; body: unknown; headers?: Record<string, string> }

export type Route = {
  method: 'GET' | 'POST'
  /** Segments that begin with a colon are parameters. */
  path: string
  /** Body of a 401, or null for a route that needs no key. */
  unauthorized: { error: string } | null
  isRateLimited: boolean
  /** Body of the 500 when something unforeseen happens. */
  failure: { message: string } | { error: string }
  handle: (call: Call) => Promise<Reply>
}

export type RouteMatch = { route: Route; params: Record<string, string> } | { allowedMethods: string[] }

/** Finds the route of a request; without one, tells which methods its path knows. */
export function matchRoute(input: { routes: Route[]; method: string; path: string }): RouteMatch {
  const allowedMethods: string[] = []
  for (const route of input.routes) {
    const params = matchPath({ pattern: route.path, path: input.path })
    if (!params) continue
    if (route.method === input.method) return { route, params }
    allowedMethods.push(route.method)
  }
  return { allowedMethods }
}

function matchPath(input: { pattern: string; path: string }): Record<string, string> | null {
  const wanted = input.pattern.split('/')
  const given = input.path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? ''
    if (segment.startsWith(':')) params[segment.slice(1)] = decodeSegment(value)
    else if (segment !== value) return null
  }
  return params
}

/** A segment that is not proper percent-encoding stands for itself: an id nobody has. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
