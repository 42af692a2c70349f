import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, pdfBytes, statusOf, submit, submitJson, waitFor } from './calls'
import { type EngineProcess, keyA, keyB, startEngineProcess } from './engine-process'

const timestamp = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
let engine: EngineProcess

beforeAll(async () => {
  engine = await startEngineProcess()
})
afterAll(() => engine.dispose())

async function submitted(name: string, fields: Record<string, string> = {}): Promise<string> {
  const { body } = await submit({ engine, name, fields })
  return body.id
}

test('no answer is kept by a cache, an unknown address and a refused key included', async () => {
  const id = await submitted('fine.pdf')
  const answers = [
    await statusOf({ engine, id }),
    await call({ engine, path: '/api/no-such-call' }),
    await call({ engine, path: '/api/usage', key: null }),
    await call({ engine, path: '/api/steps', method: 'PUT' }),
  ]
  expect(answers.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual(
    [200, 404, 401, 405].map((status) => [status, 'no-store']),
  )
})

test.each(['/api/steps-async/status/%ff', '/%', '/api/%00', '/api/steps?%ff=%', '*'])(
  'an address that cannot be read (%s) is no fault of the engine',
  async (path) => {
    const { status } = await raw(path)
    expect(status).toBeGreaterThanOrEqual(200)
    expect(status).toBeLessThan(500)
  },
)

/** As it stands, which `fetch` would mend. */
function raw(path: string): Promise<{ status: number }> {
  const { hostname, port } = new URL(engine.url)
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${keyA}`, 'x-odd': '\u00ff' }
    const asking = request({ hostname, port, path, headers })
    asking.on('response', (response) => resolve({ status: response.resume().statusCode ?? 0 }))
    asking.on('error', reject).end()
  })
}

describe('the body in each state', () => {
  test('ENQUEUED without name and metadata has exactly three keys', async () => {
    const idle = await startEngineProcess({ workers: 0 })
    const { body } = await submitJson({ engine: idle, json: { image_base64: pdfBytes.toString('base64') } })
    const status = await statusOf({ engine: idle, id: body.id })
    expect(status.body).toEqual({
      conversion_id: body.id,
      status: 'ENQUEUED',
      request_timestamp: timestamp,
    })
    await idle.dispose()
  })

  test('PROCESSING has neither result nor end', async () => {
    const id = await submitted('takes-1500.pdf', { document_metadata: '{"order":7}' })
    expect(await waitFor({ engine, id, states: ['PROCESSING'] })).toEqual({
      conversion_id: id,
      status: 'PROCESSING',
      request_timestamp: timestamp,
      original_filename: 'takes-1500.pdf',
      document_metadata: { order: 7 },
    })
  })

  test('SUCCESS has the data, in the order of the reader', async () => {
    const id = await submitted('fine.pdf')
    const body = await waitFor({ engine, id })
    expect(body).toEqual({
      conversion_id: id,
      status: 'SUCCESS',
      request_timestamp: timestamp,
      response_timestamp: timestamp,
      original_filename: 'fine.pdf',
      data: { zulu: 'first', alpha: 'Ñandú \u0000 \ud800', filename: 'fine.pdf' },
      identification: { document_type: 'invoice', confidence: 0.9 },
      validation: { errors: { count: 0, messages: [] }, warnings: { count: 1, messages: ['odd'] } },
    })
    expect(Object.keys(body.data)).toEqual(['zulu', 'alpha', 'filename'])
  })

  test('ERROR is answered with 200 and the reason', async () => {
    const id = await submitted('refuse.pdf')
    expect(await waitFor({ engine, id })).toEqual({
      conversion_id: id,
      status: 'ERROR',
      request_timestamp: timestamp,
      response_timestamp: timestamp,
      original_filename: 'refuse.pdf',
      error: 'This PDF is protected by a password.',
    })
  })

  test('a fault of our own ends in ERROR without its details', async () => {
    const body = await waitFor({ engine, id: await submitted('fault.pdf') })
    expect(body.error).toBe('The document could not be read because of a fault in the engine.')
  })
})

describe('refused, with the exact body', () => {
  test.each([
    ['an id of another shape', 'exec_abc123', 400, { message: 'Invalid execution ID format' }],
    ['the word undefined', 'undefined', 400, { message: 'Invalid execution ID format' }],
    ['an id nobody has', 'c000000000000000000000000', 404, { message: 'Execution not found' }],
  ])('%s', async (_fact, id, expectedStatus, expectedBody) => {
    const { status, body } = await statusOf({ engine, id })
    expect({ status, body }).toEqual({ status: expectedStatus, body: expectedBody })
  })

  test("another organization's execution", async () => {
    const { status, body } = await statusOf({ engine, id: await submitted('own.pdf'), key: keyB })
    expect({ status, body }).toEqual({ status: 403, body: { message: 'Access denied to this execution' } })
  })

  test('no key', async () => {
    const { status, body } = await call({ engine, path: '/api/steps-async/status/undefined', key: null })
    expect({ status, body }).toEqual({ status: 401, body: { error: 'Invalid API key' } })
  })
})

describe('Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'order 42' }

  test('a repeated request answers with the first execution, after a restart too', async () => {
    const first = await submit({ engine, name: 'once.pdf', headers })
    expect(first.status).toBe(202)
    await waitFor({ engine, id: first.body.id })
    await engine.kill('SIGKILL')
    await engine.restart()
    expect((await submit({ engine, name: 'once.pdf', headers })).body).toEqual(first.body)
    expect((await engine.readings()).filter((name) => name === 'once.pdf')).toHaveLength(1)
  })

  test('repeats at the same moment make one execution', async () => {
    const repeats = Array.from({ length: 6 }, () =>
      submit({ engine, name: 'together.pdf', headers: { 'idempotency-key': 'together' } }),
    )
    const answers = await Promise.all(repeats)
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
  })

  test('another organization may use the same key', async () => {
    const [ours, theirs] = await Promise.all([
      submit({ engine, headers: { 'idempotency-key': 'shared' } }),
      submit({
        engine,
        headers: { 'idempotency-key': 'shared' },
        key: keyB,
        step: 'cstepbbbbbbbbbbbbbbbbbbbb',
      }),
    ])
    expect(theirs.status).toBe(202)
    expect(theirs.body.id).not.toBe(ours.body.id)
  })
})
