import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { submit, until, waitFor } from './calls'
import { type EngineProcess, startEngineProcess, stepA } from './engine-process'

type Delivered = { path: string; headers: IncomingHttpHeaders; body: string }

const secret = 'whsec_of_a'
const timestamp = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)
let receiver: Server
let receiverUrl: string
let delivered: Delivered[]
/** What the receiver answers next, by path; 200 where nothing is said. */
let answers: Map<string, number[]>
let engine: EngineProcess

beforeEach(() => {
  delivered = []
  answers = new Map()
})

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const path = request.url ?? ''
    delivered.push({ path, headers: request.headers, body: await text(request) })
    response.writeHead(answers.get(path)?.shift() ?? 200).end()
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const { port } = receiver.address() as AddressInfo
  receiverUrl = `http://127.0.0.1:${port}`
  engine = await startEngineProcess({
    fetch: { allowHosts: [`127.0.0.1:${port}`] },
    limits: { webhookRetryDelaysMs: [50, 100, 4_000] },
    webhooks: [
      { organization: 'org_a', url: `${receiverUrl}/all`, secret },
      { organization: 'org_a', url: `${receiverUrl}/failures`, secret: 'other', events: ['STEP_FAILED'] },
      { organization: 'org_b', url: `${receiverUrl}/b`, secret: 'b' },
    ],
  })
})
afterAll(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await engine.dispose()
})

const at = (path: string) => delivered.filter((delivery) => delivery.path === path)
const eventOf = ({ headers }: Delivered) => headers['x-docutray-event']
const eventsAt = (path: string) => at(path).map(eventOf)
const hmac = (key: string, input: string) => `sha256=${createHmac('sha256', key).update(input).digest('hex')}`

test('a success is announced as STEP_STARTED and STEP_COMPLETED, in the documented words', async () => {
  const { body } = await submit({ engine, name: 'fine.pdf', fields: { document_metadata: '{"order":"Ñ"}' } })
  await until(() => at('/all').length === 2)

  const common = {
    step_execution_id: body.id,
    step_id: stepA,
    step_name: 'Invoice Processing',
    request_timestamp: timestamp,
    document_metadata: { order: 'Ñ' },
  }
  const bodies = at('/all').map((delivery) => JSON.parse(delivery.body))
  expect(bodies[0]).toEqual({ ...common, status: 'PROCESSING' })
  expect(bodies[1]).toEqual({
    ...common,
    status: 'completed',
    response_timestamp: timestamp,
    data: expect.objectContaining({ zulu: 'first' }),
    identification: { document_type: 'invoice', confidence: 0.9 },
    validation: expect.objectContaining({ warnings: { count: 1, messages: ['odd'] } }),
  })
  expect(eventsAt('/all')).toEqual(['STEP_STARTED', 'STEP_COMPLETED'])
  expect(delivered).toHaveLength(2)
})

test('every delivery carries both signatures and can be checked from its headers', async () => {
  await submit({ engine })
  await until(() => at('/all').length === 2)
  for (const { headers, body } of at('/all')) {
    expect(headers['content-type']).toBe('application/json')
    expect(headers['user-agent']).toBe('Docutray-Webhook/1.0')
    expect(headers['x-docutray-signature']).toBe(hmac(secret, body))
    const sentAt = String(headers['x-docutray-timestamp'])
    expect(Math.abs(Date.now() / 1000 - Number(sentAt))).toBeLessThan(30)
    const signed = [
      headers['x-docutray-request-id'],
      sentAt,
      `${receiverUrl}/all`,
      headers['x-docutray-event'],
    ]
    expect(headers['x-docutray-auth-signature']).toBe(hmac(secret, signed.join('|')))
  }
})

test('a failure is announced as STEP_FAILED with its reason, to those who asked for it', async () => {
  await submit({ engine, name: 'refuse.pdf' })
  await until(() => at('/failures').length === 1 && at('/all').length === 2)
  expect(eventsAt('/all')).toEqual(['STEP_STARTED', 'STEP_FAILED'])
  const [failure] = at('/failures')
  expect(failure?.headers['x-docutray-signature']).toBe(hmac('other', failure?.body ?? ''))
  expect(JSON.parse(failure?.body ?? '')).toMatchObject({
    status: 'failed',
    error: 'This PDF is protected by a password.',
  })
})

test('the webhook_url of a request gets every event of its execution, and no other', async () => {
  await submit({ engine, name: 'one.pdf', fields: { webhook_url: `${receiverUrl}/mine` } })
  await submit({ engine, name: 'two.pdf' })
  await until(() => at('/mine').length === 2 && at('/all').length === 4)
  expect(eventsAt('/mine')).toEqual(['STEP_STARTED', 'STEP_COMPLETED'])
})

test('a delivery that is refused is tried again with the same id', async () => {
  answers.set('/all', [500, 302])
  await submit({ engine })
  await until(() => eventsAt('/all').length === 4)
  expect(new Set(eventsAt('/all'))).toEqual(new Set(['STEP_STARTED', 'STEP_COMPLETED']))
  for (const event of ['STEP_STARTED', 'STEP_COMPLETED']) {
    const tries = at('/all').filter((delivery) => eventOf(delivery) === event)
    expect(new Set(tries.map(({ headers }) => headers['x-docutray-request-id'])).size).toBe(1)
  }
})

test('a delivery that is due survives kill -9', async () => {
  answers.set(
    '/all',
    Array.from({ length: 1_000 }, () => 503),
  )
  const { body } = await submit({ engine })
  const events = () => delivered.filter((delivery) => delivery.body.includes(body.id)).map(eventOf)
  const both = new Set(['STEP_STARTED', 'STEP_COMPLETED'])
  await until(() => new Set(events()).size === both.size)
  await engine.kill('SIGKILL')
  delivered = []
  answers.clear()
  await engine.restart()
  await until(() => new Set(events()).size === both.size)
  expect(new Set(events())).toEqual(both)
})

test('a webhook_url that leads to a private address is never called, and the document is read all the same', async () => {
  let connections = 0
  const inside = createTcpServer((socket) => {
    connections += 1
    socket.destroy()
  })
  inside.listen(0, '127.0.0.1')
  await once(inside, 'listening')
  const { port } = inside.address() as AddressInfo
  const { status, body } = await submit({ engine, fields: { webhook_url: `https://localhost:${port}/x` } })
  expect(status).toBe(202)
  expect((await waitFor({ engine, id: body.id })).status).toBe('SUCCESS')
  await until(() => at('/all').length === 2)
  inside.close()
  expect(connections).toBe(0)
})

test('a webhook_url must be https unless its host is allowed', async () => {
  const { status, body } = await submit({ engine, fields: { webhook_url: 'http://example.com/hook' } })
  expect(status).toBe(400)
  expect(body.errors).toEqual(['webhook_url is not an https URL'])
})
