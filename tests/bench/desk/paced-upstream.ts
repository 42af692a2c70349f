import { createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A process of its own that speaks the upstream's contract: accepts whatever comes, and takes between `--from` and `--to`
 * seconds for each document, `--workers` of them at a time in the order they came. What is PUT to `/webhook` is told of
 * each end; `GET /bench` tells what happened.
 */
const option = (name: string) => process.argv[process.argv.indexOf(`--${name}`) + 1] ?? ''
const [fromSeconds, toSeconds, workers] = [option('from'), option('to'), option('workers')].map(Number) as [
  number,
  number,
  number,
]
const secret = option('secret')

export type PacedExecution = { document: string; finishedAt: number; polls: number }

type Execution = PacedExecution & {
  id: string
  attempt: string
  status: 'ENQUEUED' | 'PROCESSING' | 'SUCCESS'
}
const executions = new Map<string, Execution>()
const calls = { submit: 0, status: 0 }
const waiting: Execution[] = []
let working = 0
let webhook = ''

const server = createServer(async (request, response) => {
  const id = request.url?.split('/').at(-1) ?? ''
  if (request.url === '/bench') return reply(response, { calls, executions: [...executions.values()] })
  if (request.url === '/webhook') {
    webhook = await readText(request)
    return reply(response, { webhook })
  }
  if (request.url?.startsWith('/api/usage')) return reply(response, usage())
  if (request.method === 'GET') return status({ id, response })
  calls.submit += 1
  const execution = accept(await readText(request))
  reply(response, { id: execution.id, status: 'ENQUEUED', step_id: id, step_name: 'Bench' }, 202)
})

function accept(form: string): Execution {
  const told = form.match(/"document":"([^"]+)","attempt":"([^"]+)"/)
  const execution: Execution = {
    id: `c${randomBytes(12).toString('hex')}`,
    document: told?.[1] ?? '',
    attempt: told?.[2] ?? '',
    status: 'ENQUEUED',
    finishedAt: 0,
    polls: 0,
  }
  executions.set(execution.id, execution)
  waiting.push(execution)
  workOn()
  return execution
}

function workOn(): void {
  const next = working < workers ? waiting.shift() : undefined
  if (!next) return
  working += 1
  next.status = 'PROCESSING'
  setTimeout(() => end(next), 1000 * (fromSeconds + Math.random() * (toSeconds - fromSeconds)))
}

function end(execution: Execution): void {
  working -= 1
  execution.status = 'SUCCESS'
  execution.finishedAt = Date.now()
  if (webhook) void tell(execution)
  workOn()
}

function status({ id, response }: { id: string; response: ServerResponse }) {
  calls.status += 1
  const execution = executions.get(id)
  if (!execution) return reply(response, { message: 'Execution not found' }, 404)
  execution.polls += 1
  const isDone = execution.status === 'SUCCESS'
  reply(response, {
    conversion_id: id,
    status: execution.status,
    request_timestamp: new Date().toISOString(),
    ...(isDone ? { response_timestamp: new Date(execution.finishedAt).toISOString(), data } : {}),
  })
}

const data = {
  supplier_name: 'Comercial Núñez S.A.',
  invoice_number: 'F001-00000123',
  total: '1234.50',
  line_items: [{ description: 'tornillo', quantity: 2, amount: '617.25' }],
}

/** Signed as the contract says (§5). */
async function tell(execution: Execution): Promise<void> {
  const body = JSON.stringify({
    step_execution_id: execution.id,
    document_metadata: { intray: { attempt: execution.attempt } },
  })
  const [event, timestamp] = ['STEP_COMPLETED', String(Math.floor(Date.now() / 1000))]
  const requestId = randomBytes(12).toString('hex')
  const sign = (content: string) => `sha256=${createHmac('sha256', secret).update(content).digest('hex')}`
  const headers = {
    'Content-Type': 'application/json',
    'X-DocuTray-Event': event,
    'X-DocuTray-Timestamp': timestamp,
    'X-DocuTray-Request-Id': requestId,
    'X-DocuTray-Signature': sign(body),
    'X-DocuTray-Auth-Signature': sign([requestId, timestamp, webhook, event].join('|')),
  }
  await fetch(webhook, { method: 'POST', headers, body }).catch(() => undefined)
}

function usage() {
  const now = new Date()
  const month = { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1 }
  return { ...month, successful_pages: 0, successful_conversions: 0 }
}

function reply(response: ServerResponse, body: unknown, code = 200): void {
  response.writeHead(code, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('latin1')
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`http://127.0.0.1:${port}\n`)
})
process.on('disconnect', () => process.exit(0))
