import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readFixture } from '../fixtures/fixture'
import { until } from './calls'
import { emptyDatabase } from './empty-database'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const key = 'dt_live_own_schema_own_schema'
const stepId = 'cownownownownownownownown'
const properties = {
  invoiceNo: { type: 'string' },
  issuedOn: { type: 'string', format: 'date', title: 'Date' },
  grandTotal: { type: 'number', title: 'Total' },
  status: { type: 'string', enum: ['open', 'paid'] },
  work: {
    type: 'array',
    items: {
      type: 'object',
      properties: { description: { type: 'string' }, price: { type: 'number', title: 'Unit price' } },
    },
  },
  daysToPay: { type: 'string', description: 'how many days there are' },
}
const schema = { type: 'object', title: 'Own', required: ['invoiceNo', 'status'], properties }

let dataDir: string
let model: Server
let engine: ChildProcess
let url: string

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'intray-engine-own-'))
  await cp(await emptyDatabase(), path.join(dataDir, 'db'), { recursive: true })
  model = createServer((_request, response) => {
    const content = JSON.stringify({ daysToPay: '30 days', status: 'paid' })
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify({
        choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      }),
    )
  })
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve))
  engine = await start({ schema: 'own.schema.json', alongside: JSON.stringify(schema) })
  url = await addressOf(engine)
})
afterAll(async () => {
  if (engine.exitCode === null) {
    engine.disconnect()
    await once(engine, 'exit')
  }
  model.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** The engine itself with one step that has a schema of its own, and a model to ask. */
async function start(step: { schema: unknown; alongside?: string }): Promise<ChildProcess> {
  const config = path.join(dataDir, 'config.json')
  if (step.alongside) await writeFile(path.join(dataDir, 'own.schema.json'), step.alongside)
  await writeFile(config, JSON.stringify({ steps: [{ id: stepId, name: 'Own', schema: step.schema }] }))
  // A listening TCP server has an address with a port.
  const modelUrl = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`
  return fork('engine/main.ts', {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      ENGINE_PORT: '0',
      ENGINE_DATA_DIR: dataDir,
      ENGINE_API_KEY: key,
      ENGINE_CONFIG: config,
      ENGINE_MODEL_URL: modelUrl,
      ENGINE_MODEL: 'stub',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

async function addressOf(started: ChildProcess): Promise<string> {
  let output = ''
  started.stdout?.on('data', (piece: Buffer) => {
    output += piece.toString()
  })
  await until(() => /^engine listening on .+$/m.test(output))
  return `http://${/^engine listening on (.+)$/m.exec(output)?.[1]}`
}

const headers = { authorization: `Bearer ${key}` }

test('the list of steps has its schema', async () => {
  const { steps } = await (await fetch(`${url}/api/steps`, { headers })).json()
  expect(steps).toEqual([{ id: stepId, name: 'Own', schema }])
})

test('a document is read by it; what only the model finds is marked, and what nobody finds is reported', async () => {
  const form = new FormData()
  const bytes = await readFixture('invoice.pdf')
  form.set('image', new Blob([new Uint8Array(bytes)]), 'invoice.pdf')
  const posted = await fetch(`${url}/api/steps-async/${stepId}`, { method: 'POST', headers, body: form })
  const { id } = await posted.json()
  let execution = { status: '', data: { _evidence: {} }, validation: {} }
  await until(async () => {
    execution = await (await fetch(`${url}/api/steps-async/status/${id}`, { headers })).json()
    return ['SUCCESS', 'ERROR'].includes(execution.status)
  })
  expect(execution).toMatchObject({
    status: 'SUCCESS',
    data: {
      invoiceNo: 'FPW-2026-0418',
      issuedOn: '2026-04-14',
      grandTotal: 3439.2,
      daysToPay: '30 days',
      _evidence: { invoiceNo: { page: 1, text: 'FPW-2026-0418' }, daysToPay: { source: 'model', page: 1 } },
      _validation: [{ severity: 'error', code: 'required.missing', fields: ['status'] }],
    },
    validation: { errors: { count: 1, messages: ['Status is required and was not found.'] } },
  })
  expect(execution.data).toHaveProperty('work.length', 5)
  expect(execution.data).toHaveProperty('work.3', {
    description: 'Compliment slips 1,000 off, one colour',
    price: 64,
  })
  expect(execution.data._evidence).not.toHaveProperty('invoiceNo.source')
})

test('a bad schema stops the start with one line that names it', async () => {
  const stopped = await start({ schema: { type: 'object', properties: { total: { type: 'money' } } } })
  const output = stopped.stderr ? await text(stopped.stderr) : ''
  expect(output).toMatch(/^The engine cannot start\. .*step cown.*money\n$/)
})
