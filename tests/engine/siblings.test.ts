import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executionIdPattern } from '@/base/contract'
import { call, formWith, pdfBytes, until } from './calls'
import { type EngineProcess, keyB, startEngineProcess } from './engine-process'

const timestamp = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)
const executionId = expect.stringMatching(executionIdPattern)
let engine: EngineProcess

beforeAll(async () => {
  engine = await startEngineProcess()
})
afterAll(() => engine.dispose())

const post = (path: string, fields: Record<string, string>, name = 'fine.pdf') =>
  call({ engine, path, body: formWith({ name, fields }) })

const get = (path: string, key?: string) => call({ engine, path, ...(key !== undefined && { key }) })

async function ended(path: string) {
  let body = (await get(path)).body
  await until(async () => {
    body = (await get(path)).body
    return ['SUCCESS', 'ERROR'].includes(body.status)
  })
  return body
}

describe('convert', () => {
  const invoice = { document_type_code: 'invoice', document_metadata: '{"order":7}' }

  test('answers with the data at once, wrapped', async () => {
    const { status, body } = await post('/api/convert', invoice)
    expect(status).toBe(200)
    expect(body).toEqual({ data: expect.objectContaining({ zulu: 'first', filename: 'fine.pdf' }) })
  })

  test('takes JSON as well', async () => {
    const json = { image_base64: pdfBytes.toString('base64'), document_type_code: 'receipt' }
    const headers = { 'content-type': 'application/json' }
    const { status } = await call({ engine, path: '/api/convert', headers, body: JSON.stringify(json) })
    expect(status).toBe(200)
  })

  test.each([
    ['no type', {}, 'fine.pdf', 'document_type_code is required'],
    [
      'an unknown type',
      { document_type_code: 'passport' },
      'fine.pdf',
      'Unknown document_type_code: passport',
    ],
    ['a document that cannot be read', invoice, 'refuse.pdf', 'This PDF is protected by a password.'],
  ])('%s is a 400', async (_fact, fields, name, entry) => {
    const { status, body } = await post('/api/convert', fields, name)
    expect({ status, body }).toEqual({ status: 400, body: { message: 'Validation error', errors: [entry] } })
  })

  test('a fault of our own is a 500 in the documented words', async () => {
    const { status, body } = await post('/api/convert', invoice, 'fault.pdf')
    const message = 'Internal server error: Failed to process image'
    expect({ status, body }).toEqual({ status: 500, body: { message } })
  })

  test('later: an id, an address to ask, and there the data', async () => {
    const { status, body } = await post('/api/convert-async', invoice)
    expect(status).toBe(202)
    expect(body).toEqual({
      conversion_id: executionId,
      status_url: `${engine.url}/api/convert-async/status/${body.conversion_id}`,
      status: 'ENQUEUED',
    })
    expect(await ended(new URL(body.status_url).pathname)).toEqual({
      conversion_id: body.conversion_id,
      status: 'SUCCESS',
      request_timestamp: timestamp,
      response_timestamp: timestamp,
      document_type_code: 'invoice',
      original_filename: 'fine.pdf',
      document_metadata: { order: 7 },
      data: expect.objectContaining({ zulu: 'first' }),
    })
  })

  test('the status of an unknown or foreign conversion is refused with error, not message', async () => {
    const unknown = await get('/api/convert-async/status/c000000000000000000000000')
    expect({ ...unknown, headers: 0 }).toEqual({
      status: 404,
      headers: 0,
      body: { error: 'Conversion not found' },
    })
    const { body } = await post('/api/convert-async', invoice)
    const foreign = await get(`/api/convert-async/status/${body.conversion_id}`, keyB)
    expect(foreign.status).toBe(403)
    expect(foreign.body).toEqual({ error: 'Access denied to this conversion' })
  })

  test('the execution of a conversion is none of a step', async () => {
    const { body } = await post('/api/convert-async', invoice)
    expect((await get(`/api/steps-async/status/${body.conversion_id}`)).status).toBe(404)
  })
})

describe('identify', () => {
  const options = { document_type_code_options: '["receipt","invoice"]' }
  const match = {
    document_type: { code: 'invoice', name: 'Invoice', confidence: 0.9 },
    alternatives: [{ code: 'receipt', name: 'Receipt', confidence: 0.1 }],
  }

  test('answers with the best match and the others, flat', async () => {
    const { status, body } = await post('/api/identify', options)
    expect({ status, body }).toEqual({ status: 200, body: match })
  })

  test('later: an id, and there the match', async () => {
    const { status, body } = await post('/api/identify-async', options)
    expect(status).toBe(202)
    expect(body).toMatchObject({ id: executionId, status: 'ENQUEUED' })
    expect(await ended(`/api/identify-async/status/${body.id}`)).toEqual({
      ...match,
      id: body.id,
      identification_id: body.id,
      document_type_code_options: ['receipt', 'invoice'],
      status: 'SUCCESS',
      request_timestamp: timestamp,
      response_timestamp: timestamp,
      original_filename: 'fine.pdf',
    })
  })

  test.each([
    ['/api/identify', 'You do not have permission to use the following document types: passport, visa'],
    ['/api/identify-async', 'Document types not accessible: passport, visa'],
  ])('%s with types nobody has is a 403', async (path, message) => {
    const { status, body } = await post(path, { document_type_code_options: '["passport","invoice","visa"]' })
    expect({ status, body }).toEqual({ status: 403, body: { message } })
  })

  test('without options it offers all types of the key', async () => {
    const { status, body } = await post('/api/identify', {})
    expect(status).toBe(200)
    expect(body.document_type).toMatchObject({ code: 'invoice', confidence: 0.9 })
    const types = (await get('/api/document-types')).body.data.map(
      (type: { codeType: string }) => type.codeType,
    )
    const offered = [body.document_type, ...body.alternatives].map(({ code }) => code)
    expect(offered.sort()).toEqual(types.sort())
  })

  test.each([{ document_type_code_options: '[]' }, { document_type_code_options: 'invoice' }])(
    'options %o are a 400',
    async (fields) => {
      expect((await post('/api/identify', fields)).status).toBe(400)
    },
  )
})

describe('document types', () => {
  test('are listed in pages and found by their names', async () => {
    const all = await get('/api/document-types')
    expect(all.body.pagination).toEqual({ total: 3, page: 1, limit: 20 })
    const found = await get('/api/document-types?search=INVOI&limit=1')
    expect(found.body.data).toEqual([
      expect.objectContaining({ name: 'Invoice', codeType: 'invoice', isDraft: false }),
    ])
    expect((await get('/api/document-types?page=4')).body.data).toEqual([])
    expect((await get('/api/document-types?page=0')).status).toBe(400)
  })

  test('one of them is found by its id and not by its code', async () => {
    const { id } = (await get('/api/document-types?search=invoice')).body.data[0]
    const { body } = await get(`/api/document-types/${id}`)
    expect(body.data).toMatchObject({ id, codeType: 'invoice', jsonSchema: { type: 'object' } })
    expect((await get('/api/document-types/invoice')).status).toBe(404)
  })
})
