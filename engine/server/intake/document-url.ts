import type { Agent, Dispatcher } from 'undici'
import { request } from 'undici'
import { PrivateAddressError } from '@/engine/net/net-guard'
import type { IncomingFile } from '@/engine/store/incoming-file'
import { messageRefusal, Refusal, validationRefusal } from '../http/refusal'

const maxRedirects = 5

type UrlDownload = {
  url: URL
  file: IncomingFile
  agent: Agent
  timeoutMs: number
}

/** The URL of an `image_url`, or null when it is none that could be fetched. */
export function parseDocumentUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
}

/**
 * Fetches a document into `file`, redirects included, all within `timeoutMs`.
 * @throws Refusal 404 when the URL does not give a document, 408 when it takes too long, 413 from `file`, 400 for
 * a private address.
 */
export async function downloadDocument({ url, file, agent, timeoutMs }: UrlDownload): Promise<void> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await followRedirects({ url, agent, signal })
    try {
      file.requireRoomFor(Number(response.headers['content-length'] ?? 0))
      await file.receive(response.body)
    } finally {
      abandon(response)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (signal.aborted) {
      throw messageRefusal({ status: 408, message: `URL download timeout (${timeoutMs}ms)` })
    }
    throw toRefusal(error)
  }
}

async function followRedirects(input: {
  url: URL
  agent: Agent
  signal: AbortSignal
}): Promise<Dispatcher.ResponseData> {
  let url = input.url
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const response = await request(url, {
      dispatcher: input.agent,
      signal: input.signal,
      headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'intray-engine' },
    })
    if (response.statusCode >= 200 && response.statusCode < 300) return response
    abandon(response)
    const target = redirectTarget({ response, url })
    if (!target) throw accessRefusal(`${response.statusCode} ${response.statusText}`.trim())
    url = target
  }
  throw accessRefusal('too many redirects')
}

/** Destroyed, not drained: what it would still send has no end that we know. */
function abandon({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => undefined).destroy()
}

function redirectTarget(input: { response: Dispatcher.ResponseData; url: URL }): URL | null {
  const { location } = input.response.headers
  if (![301, 302, 303, 307, 308].includes(input.response.statusCode) || typeof location !== 'string') {
    return null
  }
  if (!URL.canParse(location, input.url)) return null
  return parseDocumentUrl(new URL(location, input.url).href)
}

function toRefusal(error: unknown): Refusal {
  if (error instanceof PrivateAddressError) {
    return validationRefusal(['image_url leads to a private address'])
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'connection failed'
  return accessRefusal(reasons[code] ?? code)
}

const reasons: Record<string, string | undefined> = {
  ENOTFOUND: 'host not found',
  EAI_AGAIN: 'host not found',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  UND_ERR_SOCKET: 'connection closed',
  UND_ERR_CONNECT_TIMEOUT: 'connection timed out',
}

function accessRefusal(reason: string): Refusal {
  return messageRefusal({ status: 404, message: `Error accessing URL: ${reason}` })
}
