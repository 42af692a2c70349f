import type { IncomingMessage } from 'node:http'
import type { Organization } from '@/engine/settings/config'

export type Call = {
  request: IncomingMessage
  requestId: string
  path: string
  params: Record<string, string>
  query: URLSearchParams
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

export type Router = (request: { method: string; path: string }) => RouteMatch

export function createRouter(routes: Route[]): Router {
  const compiled = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]*)')}$`),
  }))
  return ({ method, path }) => {
    const matches = compiled.flatMap(({ route, pattern }) => {
      const found = pattern.exec(path)
      return found ? [{ route, params: decodeParams(found.groups) }] : []
    })
    const match = matches.find(({ route }) => route.method === method)
    return match ?? { allowedMethods: matches.map(({ route }) => route.method) }
  }
}

function decodeParams(groups: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, segment]) => [name, decodeSegment(segment)]))
}

/** A segment that is not proper percent-encoding stands for itself: an id nobody has. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
