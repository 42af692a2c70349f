import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { parseTrustedProxies } from '@/lib/trusted-proxies'
import { createDeskServer, type DeskServerSettings } from './desk-server'

const opened: ReturnType<typeof createDeskServer>[] = []
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** The base address of a desk whose pages are answered by `handle`. */
async function open(handle: Handle, settings: Partial<DeskServerSettings> = {}): Promise<string> {
  const trusted = parseTrustedProxies('')
  const server = createDeskServer(handle, { development: false, isSecure: false, trusted, ...settings })
  opened.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const echo: Handle = async (request, response) => {
  response.end(JSON.stringify({ headers: request.headers, body: await text(request) }))
}

/** Writes raw bytes piece by piece, one every `everyMs`, and gives what comes back until the connection ends. */
async function send({ url, pieces, everyMs = 0 }: { url: string; pieces: string[]; everyMs?: number }) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  const answer = text(socket)
  for (const piece of pieces) {
    socket.write(piece)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  return answer
}

test('a page gets a policy with a nonce of its own, which Next reads from the request', async () => {
  const url = await open(echo)
  const [first, second] = await Promise.all([fetch(`${url}/documents`), fetch(`${url}/`)])
  const nonceOf = (policy: string | null) => policy?.match(/script-src [^;]*'nonce-([\w+/=]+)'/)?.[1]
  const policies = [first, second].map((answer) => answer.headers.get('content-security-policy'))
  expect(policies.map(nonceOf)).toEqual([expect.stringMatching(/.{20}/), expect.stringMatching(/.{20}/)])
  expect(nonceOf(policies[0] ?? null)).not.toBe(nonceOf(policies[1] ?? null))
  expect(policies[0]).not.toMatch(/script-src[^;]*'unsafe-/)
  expect((await first.json()).headers['content-security-policy']).toBe(policies[0])
})

test('nobody from outside chooses the nonce, and an API call has no policy of pages', async () => {
  const url = await open(echo)
  const headers = { 'Content-Security-Policy': "script-src 'nonce-mine'" }
  const answer = await fetch(`${url}/api/documents`, { headers })
  expect(answer.headers.get('content-security-policy')).toBeNull()
  expect((await answer.json()).headers['content-security-policy']).toBeUndefined()
})

test('https is kept by browsers where people come by https', async () => {
  const [plain, secure] = await Promise.all([open(echo), open(echo, { isSecure: true })])
  expect((await fetch(plain)).headers.get('strict-transport-security')).toBeNull()
  expect((await fetch(secure)).headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
})

test('the address is that of the socket, unless a proxy of ours speaks', async () => {
  const headers = { 'X-Forwarded-For': '198.51.100.1' }
  const [alone, behind] = await Promise.all([
    open(echo),
    open(echo, { trusted: parseTrustedProxies('127.0.0.1') }),
  ])
  const addressAt = async (url: string) =>
    (await (await fetch(url, { headers })).json()).headers['x-forwarded-for']
  expect(await addressAt(alone)).toBe('127.0.0.1')
  expect(await addressAt(behind)).toBe('198.51.100.1')
})

test.each([
  ['GET /api/documents/%ff HTTP/1.1', 400, 'request.unreadable'],
  ['GET /%c0%ae%c0%ae/ HTTP/1.1', 400, 'request.unreadable'],
  ['TRACE / HTTP/1.1', 405, 'request.method_not_allowed'],
  ['GET /login HTTP/1.1\r\nX-Forwarded-Host: %%%', 400, 'request.unreadable'],
  ['GET /login HTTP/1.1\r\nX-Forwarded-Host: two words', 400, 'request.unreadable'],
])('%s is answered with %i', async (line, status, code) => {
  const url = await open(async (_request, response) => void response.writeHead(500).end())
  const answer = await send({
    url,
    pieces: [`${line}\r\nHost: desk\r\nAccept-Language: es\r\nConnection: close\r\n\r\n`],
  })
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(answer).toContain(`{"error":{"code":"${code}","message":"`)
  expect(answer).toMatch(/Cache-Control: no-store/i)
})

test('a host that cannot be read is refused, one with a port or in brackets is not', async () => {
  const url = await open(echo)
  const ask = (host: string) =>
    send({ url, pieces: [`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`] })
  expect(await ask('a b')).toMatch(/^HTTP\/1.1 400 /)
  for (const host of ['desk.test:8080', '[::1]:3000', 'Büro.test', '127.0.0.1'])
    expect(await ask(host)).toMatch(/^HTTP\/1.1 200 /)
})

const head = 'POST /api/uploads HTTP/1.1\r\nHost: desk\r\nConnection: close\r\nContent-Length: 10\r\n\r\n'

test('a body that keeps coming is waited for, however slowly', async () => {
  const url = await open(echo, { silenceMs: 400 })
  const answer = await send({ url, pieces: [head, ...'0123456789'], everyMs: 100 })
  expect(answer).toContain('"body":"0123456789"')
})

test('a body that stands still is ended with a reason', async () => {
  const url = await open(echo, { silenceMs: 100 })
  const answer = await send({ url, pieces: [head, '01234'] })
  expect(answer).toMatch(/^HTTP\/1.1 408 /)
  expect(answer).toContain('request.stalled')
})

test('an answer that takes long to work out is not ended by the silence before it', async () => {
  const url = await open(
    async (_request, response) => {
      await new Promise((resolve) => setTimeout(resolve, 350))
      response.end('worked out')
    },
    { silenceMs: 100 },
  )
  expect(await (await fetch(url)).text()).toBe('worked out')
})
