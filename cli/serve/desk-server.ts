import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { ErrorCode } from '@/lib/errors'
import type { TrustedProxies } from '@/lib/trusted-proxies'
import { clientAddress } from './client-address'
import { refuse } from './refuse'
import { type PolicySettings, setSecurityPolicy } from './security-policy'

/** A caller that says nothing for so long has gone away; a slow one that goes on is waited for. */
const silenceMs = 120_000
/** Heads of requests are small: these are bounded by the clock. */
const headMs = 20_000
/** Longer than proxies keep theirs (nginx: 60 s), so that none sends on a connection that ends just now. */
const keepAliveMs = 75_000

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type DeskServerSettings = PolicySettings & { trusted: TrustedProxies; silenceMs?: number }

type Exchange = { request: IncomingMessage; response: ServerResponse }

/**
 * The one place for what holds of every request before Next sees it: how long it may take, what it may be, whose it is
 * and what the page that answers it may run.
 */
export function createDeskServer(handle: Handle, settings: DeskServerSettings): Server {
  const exchanges = new WeakMap<Socket, Exchange>()
  // Node's own limit of a whole request counts by the clock, which ends uploads over slow lines.
  const limits = { requestTimeout: 0, headersTimeout: headMs, keepAliveTimeout: keepAliveMs }
  const server = createServer(limits, (request, response) => {
    exchanges.set(request.socket, { request, response })
    answer({ request, response, handle, settings })
  })
  server.setTimeout(settings.silenceMs ?? silenceMs, (socket) => endSilence(socket, exchanges.get(socket)))
  return server
}

type Answering = Exchange & { handle: Handle; settings: DeskServerSettings }

function answer({ request, response, handle, settings }: Answering): void {
  const code = reasonToRefuse(request)
  if (code) {
    refuse({ request, response, code })
    return
  }
  request.headers['x-forwarded-for'] = clientAddress({
    socketAddress: request.socket.remoteAddress,
    forwardedFor: asText(request.headers['x-forwarded-for']),
    trusted: settings.trusted,
  })
  setSecurityPolicy({ request, response, settings })
  handle(request, response).catch((error: unknown) => response.destroy(toError(error)))
}

/** Next answers all of these with 500. */
function reasonToRefuse({ method, url, headers }: IncomingMessage): ErrorCode | null {
  if (method === 'TRACE') return 'request.method_not_allowed'
  const hosts = [headers.host, asText(headers['x-forwarded-host'])]
  return isReadable(url) && hosts.every(isHost) ? null : 'request.unreadable'
}

/** Also where none is named, as before HTTP/1.1. */
function isHost(host: string | undefined): boolean {
  return !host || URL.canParse(`http://${host}`)
}

/** Ends what stands still for the caller's sake; an answer that is still being worked out goes on. */
function endSilence(socket: Socket, exchange: Exchange | undefined): void {
  const isBusy = exchange && !exchange.response.writableFinished
  if (isBusy && exchange.request.complete && exchange.response.writableLength === 0) return
  if (!isBusy || exchange.request.complete || exchange.response.headersSent) {
    socket.destroy()
    return
  }
  refuse({ ...exchange, code: 'request.stalled' })
  exchange.response.once('finish', () => socket.destroy())
}

function isReadable(url = ''): boolean {
  try {
    decodeURIComponent(new URL(url, 'http://desk').pathname)
    return url.startsWith('/')
  } catch {
    return false
  }
}

function asText(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
