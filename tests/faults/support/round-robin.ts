import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type RoundRobin = { url: string; close: () => void }

/** A tiny balancer: each request goes to the next process, or to another where that one takes no connection. */
export async function startRoundRobin(targets: string[]): Promise<RoundRobin> {
  let turn = 0
  const server = createServer((incoming, answer) => {
    turn += 1
    const order = targets.map((_, index) => targets[(turn + index) % targets.length] ?? '')
    forward({ incoming, answer, order })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

type Forwarding = { incoming: IncomingMessage; answer: ServerResponse; order: string[] }

function forward({ incoming, answer, order }: Forwarding): void {
  const [target, ...others] = order
  const { method, headers, url } = incoming
  const outgoing = request(`${target}${url}`, { method, headers, agent: false })
  outgoing.on('error', (error: NodeJS.ErrnoException) => {
    // Nothing was sent where the connection was refused, so another may have it.
    if (error.code === 'ECONNREFUSED' && others.length > 0)
      return forward({ incoming, answer, order: others })
    if (answer.headersSent) return answer.destroy()
    answer.writeHead(502).end()
  })
  outgoing.on('response', (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers)
    response.pipe(answer)
    response.on('close', () => !response.complete && answer.destroy())
  })
  answer.on('close', () => outgoing.destroy())
  // The body is taken only once somebody has the connection.
  outgoing.on('socket', (socket) => {
    if (socket.connecting) socket.once('connect', () => incoming.pipe(outgoing))
    else incoming.pipe(outgoing)
  })
}
