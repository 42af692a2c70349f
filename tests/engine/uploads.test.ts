import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, call, formWith, pdfBytes, pdfOf, submit, until } from './calls'
import { type EngineProcess, keyA, startEngineProcess, stepA, stepB } from './engine-process'

const maxFileBytes = 1_048_576
const submitPath = `/api/steps-async/${stepA}`
let engine: EngineProcess

beforeAll(async () => {
  engine = await startEngineProcess({ limits: { fileBytes: maxFileBytes } })
})
afterAll(() => engine.dispose())

describe('when several things are wrong, the first of the contract’s order is answered', () => {
  const tooLargeFile = formWith({ bytes: pdfOf(maxFileBytes + 1), fields: { document_metadata: '[' } })
  const text = { 'content-type': 'text/plain' }

  test.each<[fact: string, status: number, ask: () => Promise<Answer>]>([
    ['the key before the step', 401, () => submit({ engine, key: 'dt_live_unknown', step: 'cunknown' })],
    [
      'the step before the Content-Type',
      403,
      () => call({ engine, path: `/api/steps-async/${stepB}`, headers: text, body: 'x' }),
    ],
    [
      'the Content-Type before the size',
      415,
      () => call({ engine, path: submitPath, headers: text, body: Buffer.alloc(3 * maxFileBytes) }),
    ],
    [
      'the size before what is in the form',
      413,
      () => call({ engine, path: submitPath, body: tooLargeFile }),
    ],
  ])('%s', async (_fact, status, ask) => {
    expect((await ask()).status).toBe(status)
  })
})

test('a part that nobody asked for may not go on for ever either', async () => {
  const { status, body } = await call({
    engine,
    path: submitPath,
    body: formWith({ part: 'other', bytes: Buffer.alloc(5 * maxFileBytes) }),
  })
  const message = 'File exceeds maximum allowed size (1MB)'
  expect({ status, body }).toEqual({ status: 413, body: { message } })
})

describe('an upload that is cut short', () => {
  const head = '--b\r\nContent-Disposition: form-data; name="image"; filename="cut.pdf"\r\n\r\n'
  const storedFiles = () => readdir(path.join(engine.dataDir, 'files'))

  test.each([
    ['a form', 'multipart/form-data; boundary=b', head],
    ['JSON', 'application/json', '{"image_base64":"'],
  ])('by its caller, as %s, leaves nothing behind', async (_form, contentType, beginning) => {
    const { hostname, port } = new URL(engine.url)
    const socket = connect(Number(port), hostname)
    const lines = [
      `POST ${submitPath} HTTP/1.1`,
      'Host: x',
      `Authorization: Bearer ${keyA}`,
      'Content-Length: 900000',
      `Content-Type: ${contentType}`,
    ]
    socket.write(`${lines.join('\r\n')}\r\n\r\n${beginning}${'JVBERi0xLjQK'.repeat(60_000)}`)
    await until(async () => (await storedFiles()).length > 0)
    socket.destroy()
    await until(async () => (await storedFiles()).length === 0)
  })

  test('by its own end, without the closing boundary, is a 400', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const { status, body } = await call({ engine, path: submitPath, headers, body: head + pdfBytes })
    expect(status).toBe(400)
    expect(body.errors).toEqual(['The multipart form could not be read'])
    await until(async () => (await storedFiles()).length === 0)
  })
})

test('a caller that waits with its body is asked to send it, or refused without', async () => {
  const firstAnswer = (key: string) =>
    new Promise<string>((resolve) => {
      const { hostname, port } = new URL(engine.url)
      const socket = connect(Number(port), hostname)
      const lines = [
        `POST ${submitPath} HTTP/1.1`,
        'Host: x',
        `Authorization: Bearer ${key}`,
        'Expect: 100-continue',
        'Content-Type: application/json',
        'Content-Length: 2',
      ]
      socket.write(`${lines.join('\r\n')}\r\n\r\n`)
      socket.once('data', (data) => {
        resolve(data.toString())
        socket.destroy()
      })
    })
  expect(await firstAnswer(keyA)).toMatch(/^HTTP\/1.1 100 Continue/)
  expect(await firstAnswer('dt_live_unknown')).toMatch(/^HTTP\/1.1 401 .*Connection: close/s)
})
