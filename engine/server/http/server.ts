import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Organization } from '@/engine/settings/config'
import { log } from '@/engine/settings/log'
import { createId } from '@/engine/store/ids'
import type { Authenticate } from './authenticate'
import type { CountRequest } from './rate-limiter'
import { CallerGone, Refusal } from './refusal'
import { createRouter, type Reply, type Route, type RouteMatch, type Router } from './route'

type ServerParts = { routes: Route[]; authenticate: Authenticate; countRequest: CountRequest }

/** Longer than the clients keep an idle connection, so that none is closed under a request on its way. */
const keepAliveMs = 75_000

/** A body may take as long as it likes as long as it moves. */
const silenceMs = 120_000

/** What is read of a body nobody wants before the connection is cut. */
const maxDrainedBytes = 1_073_741_824

export function createEngineServer(parts: ServerParts): Server {
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: keepAliveMs })
  server.setTimeout(silenceMs)
  const router = createRouter(parts.routes)
  const take = (request: IncomingMessage, response: ServerResponse) =>
    void serve({ parts, router, request, response })
  server.on('request', take)
  server.on('checkContinue', take)
  return server
}

type Exchange = {
  parts: ServerParts
  router: Router
  request: IncomingMessage
  response: ServerResponse
}

async function serve({ parts, router, request, response }: Exchange): Promise<void> {
  const requestId = createId()
  const [path = '/', queryText = ''] = (request.url ?? '/').split(/\?(.*)/s)
  const match = router({ method: request.method ?? 'GET', path })
  const query = new URLSearchParams(queryText)
  let isBodyAwaited = request.headers.expect?.toLowerCase() === '100-continue'
  const beginBody = () => {
    if (isBodyAwaited) response.writeContinue()
    isBodyAwaited = false
  }
  // A body that was announced and not asked for may or may not follow: only a new connection is in step again.
  const finish = (reply: Reply) => {
    if (isBodyAwaited) response.setHeader('Connection', 'close')
    send({ response, requestId, reply })
  }
  try {
    const reply = await answer({ parts, match, request, requestId, path, query, beginBody })
    finish(reply)
  } catch (error) {
    if (error instanceof CallerGone) log.info({ requestId }, 'the caller went away during its upload')
    else finish(toErrorReply({ error, match, requestId }))
  }
  drain(request)
}

type Asked = {
  parts: ServerParts
  match: RouteMatch
  request: IncomingMessage
  requestId: string
  path: string
  query: URLSearchParams
  beginBody: () => void
}

async function answer({ parts, match, ...call }: Asked): Promise<Reply> {
  if ('allowedMethods' in match) return toUnknownReply(match.allowedMethods)
  const { route, params } = match
  const organization = admit({ parts, route, authorization: call.request.headers.authorization })
  return route.handle({ ...call, params, organization })
}

const nobody: Organization = { id: '', keys: [], revokedKeys: [], monthlyPages: null }

function admit(input: { parts: ServerParts; route: Route; authorization: string | undefined }): Organization {
  const { parts, route, authorization } = input
  if (!route.unauthorized) return nobody
  const organization = parts.authenticate(authorization)
  if (!organization) throw new Refusal({ status: 401, body: route.unauthorized })
  if (route.isRateLimited) parts.countRequest({ organization: organization.id })
  return organization
}

function toUnknownReply(allowedMethods: string[]): Reply {
  if (allowedMethods.length === 0) return { status: 404, body: { message: 'Not found' } }
  return {
    status: 405,
    body: { message: 'Method not allowed' },
    headers: { Allow: allowedMethods.join(', ') },
  }
}

function toErrorReply(input: { error: unknown; match: RouteMatch; requestId: string }): Reply {
  const { error, match, requestId } = input
  if (error instanceof Refusal) return { status: error.status, body: error.body, headers: error.headers }
  log.error({ requestId, err: error }, 'a request failed')
  return { status: 500, body: 'route' in match ? match.route.failure : { message: 'Internal server error' } }
}

function send(input: { response: ServerResponse; requestId: string; reply: Reply }): void {
  const { response, requestId, reply } = input
  const body = JSON.stringify(reply.body)
  response.writeHead(reply.status, {
    ...reply.headers,
    // Whatever a cache kept would be a state that has passed, or somebody else's.
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'X-Request-ID': requestId,
  })
  response.end(body)
}

/**
 * Reads the rest of a body and drops it. A caller that is still sending when its answer arrives would take a closed
 * connection for a network fault, and send everything again (contract §9).
 */
function drain(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return
  let drainedBytes = 0
  request.on('error', () => undefined)
  request.on('data', (chunk: Buffer) => {
    drainedBytes += chunk.length
    if (drainedBytes > maxDrainedBytes) request.destroy()
  })
  request.resume()
}
