import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executionIdPattern } from '@/base/contract'
import {
  type Answer,
  call,
  formWith,
  pdfBytes,
  pdfOf,
  pngBytes,
  statusOf,
  submit,
  submitJson,
  waitFor,
} from './calls'
import { type EngineProcess, keyB, revokedKey, startEngineProcess, stepA, stepB } from './engine-process'

const maxFileBytes = 1_048_576
let engine: EngineProcess

beforeAll(async () => {
  engine = await startEngineProcess({ limits: { fileBytes: maxFileBytes } })
})
afterAll(() => engine.dispose())

const submitPath = `/api/steps-async/${stepA}`
const base64 = pdfBytes.toString('base64')

const badRequest = (...errors: string[]) => ({
  status: 400,
  body: { message: 'Validation error', errors },
})
const required = badRequest('Image file is required')
const denied = { message: 'Step not found or access denied' }
const tooLarge = { status: 413, body: { message: 'File exceeds maximum allowed size (1MB)' } }

type Case = [fact: string, ask: () => Promise<Answer>, expected: { status: number; body: unknown }]

const refused: Case[] = [
  [
    'no key',
    () => call({ engine, path: submitPath, key: null, body: formWith({}) }),
    { status: 401, body: { error: 'Invalid API key' } },
  ],
  [
    'another scheme than Bearer',
    () =>
      call({
        engine,
        path: submitPath,
        key: null,
        headers: { authorization: 'Basic eA==' },
        body: formWith({}),
      }),
    { status: 401, body: { error: 'Invalid API key' } },
  ],
  [
    'an unknown key',
    () => submit({ engine, key: 'dt_live_unknown' }),
    { status: 401, body: { error: 'Invalid API key' } },
  ],
  [
    'a revoked key',
    () => submit({ engine, key: revokedKey }),
    { status: 401, body: { error: 'Invalid API key' } },
  ],
  ['an unknown step', () => submit({ engine, step: 'cunknown' }), { status: 404, body: denied }],
  ["another organization's step", () => submit({ engine, step: stepB }), { status: 403, body: denied }],
  [
    'a body that is neither form nor JSON',
    () => call({ engine, path: submitPath, headers: { 'content-type': 'application/pdf' }, body: pdfBytes }),
    {
      status: 415,
      body: { message: 'Unsupported Content-Type. Use multipart/form-data or application/json.' },
    },
  ],
  [
    'a part called file',
    () => call({ engine, path: submitPath, body: formWith({ part: 'file' }) }),
    required,
  ],
  ['a form without a document', () => call({ engine, path: submitPath, body: formWithout() }), required],
  ['JSON without a document', () => submitJson({ engine, json: {} }), required],
  [
    'an empty image_base64',
    () => submitJson({ engine, json: { image_base64: '' } }),
    badRequest('Image file is empty'),
  ],
  [
    'two files',
    () => call({ engine, path: submitPath, body: twice(formWith({})) }),
    badRequest('Send exactly one of image, image_base64 and image_url'),
  ],
  [
    'two kinds of source',
    () => submitJson({ engine, json: { image_base64: base64, image_url: 'https://example.com/a.pdf' } }),
    badRequest('Send exactly one of image, image_base64 and image_url'),
  ],
  ['an empty file', () => submit({ engine, bytes: new Uint8Array() }), badRequest('Image file is empty')],
  [
    'a TIFF, whatever it is called',
    () => submit({ engine, name: 'scan.png', bytes: Buffer.from('49492a000800000000000000', 'hex') }),
    badRequest('Unsupported file type: image/tiff. Use PDF, JPEG, PNG, GIF, BMP or WebP.'),
  ],
  [
    'a text called .pdf',
    () => submit({ engine, name: 'a.pdf', bytes: Buffer.from('just words') }),
    badRequest('Unsupported file type: unknown. Use PDF, JPEG, PNG, GIF, BMP or WebP.'),
  ],
  [
    'metadata that is no JSON',
    () => submit({ engine, fields: { document_metadata: '{' } }),
    badRequest('document_metadata is not a JSON object'),
  ],
  [
    'metadata that is a list',
    () => submitJson({ engine, json: { image_base64: base64, document_metadata: [1] } }),
    badRequest('document_metadata is not a JSON object'),
  ],
  [
    'a webhook_url that is no URL',
    () => submit({ engine, fields: { webhook_url: 'nonsense' } }),
    badRequest('webhook_url is not an https URL'),
  ],
  [
    'base64 that is none',
    () => submitJson({ engine, json: { image_base64: 'ä%' } }),
    badRequest('image_base64 is not valid base64'),
  ],
  [
    'broken JSON',
    () => submitJson({ engine, json: '{"image_base64":' }),
    badRequest('The request body is not a JSON object'),
  ],
  [
    'a JSON list',
    () => submitJson({ engine, json: [] }),
    badRequest('The request body is not a JSON object'),
  ],
  ['one byte too many in a form', () => submit({ engine, bytes: pdfOf(maxFileBytes + 1) }), tooLarge],
  [
    'one byte too many in base64',
    () => submitJson({ engine, json: { image_base64: pdfOf(maxFileBytes + 1).toString('base64') } }),
    tooLarge,
  ],
  ['several times too many bytes', () => submit({ engine, bytes: pdfOf(12 * maxFileBytes) }), tooLarge],
]

describe('refused, with the exact body', () => {
  test.each(refused)('%s', async (_fact, ask, expected) => {
    const { status, body, headers } = await ask()
    expect({ status, body }).toEqual(expected)
    expect(headers.get('content-type')).toContain('application/json')
    expect(headers.get('x-request-id')).toMatch(/\S/)
  })
})

const accepted: [fact: string, ask: () => Promise<Answer>][] = [
  ['a PDF in a form', () => submit({ engine })],
  ['a file of exactly the limit', () => submit({ engine, bytes: pdfOf(maxFileBytes) })],
  [
    'base64 of exactly the limit',
    () => submitJson({ engine, json: { image_base64: pdfOf(maxFileBytes).toString('base64') } }),
  ],
  ['a PNG called document without an extension', () => submit({ engine, name: 'document', bytes: pngBytes })],
  [
    'a PDF after some other bytes',
    () => submit({ engine, bytes: Buffer.concat([Buffer.from('\r\n\r\n'), pdfBytes]) }),
  ],
  ['bare base64', () => submitJson({ engine, json: { image_base64: base64 } })],
  [
    'a data URI',
    () => submitJson({ engine, json: { image_base64: `data:application/pdf;base64,${base64}` } }),
  ],
  [
    'a wrong declared type',
    () =>
      submitJson({
        engine,
        json: { image_base64: `data:image/png;base64,${base64}`, image_content_type: 'image/gif' },
      }),
  ],
  [
    'escaped slashes and plus signs',
    () =>
      submitJson({
        engine,
        json: `{"image_base64":"${escaped(pdfWithAllBase64Characters().toString('base64'))}"}`,
      }),
  ],
  [
    'base64 in lines',
    () => submitJson({ engine, json: { image_base64: base64.replace(/(.{8})/g, '$1\r\n') } }),
  ],
  ['wait, which is ignored', () => submitJson({ engine, json: { image_base64: base64, wait: true } })],
]

describe('accepted with 202', () => {
  test.each(accepted)('%s', async (_fact, ask) => {
    const { status, body } = await ask()
    expect(status).toBe(202)
    expect(body).toEqual({
      id: expect.stringMatching(executionIdPattern),
      status: 'ENQUEUED',
      step_id: stepA,
      step_name: 'Invoice Processing',
    })
    expect((await waitFor({ engine, id: body.id })).status).toBe('SUCCESS')
  })
})

describe('metadata and names come back', () => {
  const metadata = { order: 'Ñ-42', nested: { list: [1, null, '請求書', '\u0000'] } }

  test.each([
    [
      'JSON text in a form',
      () => submit({ engine, fields: { document_metadata: JSON.stringify(metadata) } }),
    ],
    [
      'an object in JSON',
      () => submitJson({ engine, json: { image_base64: base64, document_metadata: metadata } }),
    ],
    [
      'JSON text in JSON, before the document',
      () =>
        submitJson({ engine, json: { document_metadata: JSON.stringify(metadata), image_base64: base64 } }),
    ],
  ])('metadata sent as %s is returned as an object', async (_how, ask) => {
    const { body } = await ask()
    expect((await statusOf({ engine, id: body.id })).body.document_metadata).toEqual(metadata)
  })

  test('a file name keeps its letters and loses its folders', async () => {
    const { body } = await submit({ engine, name: 'C:/x/Factura Nº 42 – ñandú 請求書.pdf' })
    const { body: status } = await statusOf({ engine, id: body.id })
    expect(status.original_filename).toBe('Factura Nº 42 – ñandú 請求書.pdf')
  })
})

test('an unknown path is 404, a wrong method 405', async () => {
  expect((await call({ engine, path: '/nowhere' })).status).toBe(404)
  const wrongMethod = await call({ engine, path: submitPath })
  expect(wrongMethod.status).toBe(405)
  expect(wrongMethod.headers.get('allow')).toBe('POST')
})

test("another organization's key lists its own steps only", async () => {
  const { body } = await call({ engine, path: '/api/steps', key: keyB })
  expect(body.steps).toEqual([
    { id: stepB, name: 'Receipts of B', schema: expect.objectContaining({ type: 'object' }) },
  ])
})

function formWithout(): FormData {
  const form = new FormData()
  form.set('document_metadata', '{}')
  return form
}

function twice(form: FormData): FormData {
  form.append('image', new Blob([new Uint8Array(pdfBytes)]), 'b.pdf')
  return form
}

/** Its base64 has every character there is, `+` and `/` among them. */
function pdfWithAllBase64Characters(): Buffer {
  return Buffer.concat([
    pdfBytes,
    Buffer.from(Uint8Array.from({ length: 4_096 }, (_, index) => (index * 31) % 256)),
  ])
}

function escaped(text: string): string {
  return text.replaceAll('/', '\\/').replaceAll('+', '\\u002B')
}
