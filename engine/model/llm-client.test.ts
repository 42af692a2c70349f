import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { readJsonSchema } from '../extract/schema/json-schema'
import type { ExecutionResult } from '../pipeline/processed-document'
import type { Page } from '../readers/reading'
import { createLlmClient, type LlmClient } from './llm-client'

const schema = readJsonSchema({
  type: 'object',
  required: ['reference'],
  properties: {
    reference: { type: 'string' },
    total: { type: 'number' },
    date: { type: 'string', format: 'date' },
    place: { type: 'string' },
    lines: {
      type: 'array',
      items: { type: 'object', properties: { what: { type: 'string' }, amount: { type: 'number' } } },
    },
  },
})
const page = printed(
  'Our sign     ZX-81/b                Lisbon, 3 March 2031',
  'Blue paint   12.50',
  'Red brush     3.00',
  'To be paid   15.50 EUR',
  'Rua do Ouro 12',
  '1100 Lisboa',
)
const empty: ExecutionResult = {
  data: {},
  validation: { errors: { count: 1, messages: ['nothing'] }, warnings: { count: 0, messages: [] } },
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

describe('an answer that is printed', () => {
  it('becomes a value with its place on the page, marked as the model’s, and counts in the checks', async () => {
    const { data, validation } = await improve(
      answering({
        reference: 'ZX-81/b',
        total: 15.5,
        date: '2031-03-03',
        place: 'Rua do Ouro 12, 1100 Lisboa',
        lines: [],
      }),
    )
    expect(data).toMatchObject({
      reference: 'ZX-81/b',
      total: 15.5,
      date: '2031-03-03',
      place: 'Rua do Ouro 12, 1100 Lisboa',
    })
    expect(data._evidence).toMatchObject({
      reference: { page: 1, text: 'ZX-81/b', source: 'model', confidence: 0.6 },
      total: { text: '15.50 EUR', source: 'model' },
      place: { text: 'Rua do Ouro 12 1100 Lisboa' },
    })
    expect(validation?.errors.count).toBe(0)
  })

  it('fills the rows of a list, cell by cell', async () => {
    const { data } = await improve(
      answering({
        reference: null,
        total: null,
        date: null,
        place: null,
        lines: [
          { what: 'Blue paint', amount: 12.5 },
          { what: 'Red brush', amount: 4 },
          { what: 'Green ladder', amount: 3 },
        ],
      }),
    )
    expect(data.lines).toEqual([{ what: 'Blue paint', amount: 12.5 }, { what: 'Red brush' }])
  })
})

describe('the document is done as without a model', () => {
  it('when the answer is not printed on the page', async () => {
    expect(
      await improve(
        answering({ reference: 'AB-99', total: 99, date: '2031-04-03', place: 'Porto', lines: null }),
      ),
    ).toEqual(empty)
  })

  it.each([
    ['garbage', (_: IncomingMessage, response: ServerResponse) => void response.end('<html>welcome</html>')],
    ['prose instead of JSON', completion('I am sorry, I cannot read this.')],
    ['JSON of another form', completion('{"reference": {"a": [1]}, "total": "many", "lines": 7}')],
    ['500', (_: IncomingMessage, response: ServerResponse) => void response.writeHead(500).end('{}')],
    [
      '401',
      (_: IncomingMessage, response: ServerResponse) =>
        void response.writeHead(401).end('{"error":{"message":"no"}}'),
    ],
    [
      'an endless answer',
      (_: IncomingMessage, response: ServerResponse) => {
        const piece = 'x'.repeat(65_536)
        const more = () => response.write(piece, () => response.destroyed || setImmediate(more))
        more()
      },
    ],
  ])('when the endpoint answers %s', async (_name, handle) => {
    expect(await improve(handle)).toEqual(empty)
  })

  it('when the endpoint is down', async () => {
    const llmClient = createLlmClient({ settings: settingsOf('http://127.0.0.1:1/v1') })
    expect(await resultOf(llmClient)).toEqual(empty)
  })

  it('when the endpoint is silent for longer than the limit', async () => {
    const startedAt = Date.now()
    expect(await improve(() => undefined, { timeoutMs: 300 })).toEqual(empty)
    expect(Date.now() - startedAt).toBeLessThan(3_000)
  })

  it('when the engine ends while it waits', async () => {
    const llmClient = createLlmClient({ settings: settingsOf(await listen(() => undefined)) })
    const done = resultOf(llmClient)
    await llmClient.stop()
    expect(await done).toEqual(empty)
  })
})

it('an endpoint that does not know schemas is asked again without', async () => {
  const forms: unknown[] = []
  const { data } = await improve(async (request, response) => {
    const body = await bodyOf(request)
    forms.push(body.response_format?.type)
    if (body.response_format?.type === 'json_schema')
      return void response.writeHead(400).end('{"error":{"message":"no"}}')
    completion('{"reference":"ZX-81/b","total":null,"date":null,"place":null,"lines":[]}')(request, response)
  })
  expect(forms).toEqual(['json_schema', 'json_object'])
  expect(data.reference).toBe('ZX-81/b')
})

it('an endpoint that fails again and again is left alone for a while', async () => {
  let calls = 0
  const url = await listen((_, response) => {
    calls += 1
    response.writeHead(503).end('{}')
  })
  const llmClient = createLlmClient({ settings: settingsOf(url) })
  for (let time = 0; time < 6; time += 1) await resultOf(llmClient)
  expect(calls).toBe(3)
})

it('the call carries the page’s text and the key, and asks only for what is open', async () => {
  const seen: { authorization: string | undefined; text: string }[] = []
  await improve(async (request, response) => {
    seen.push({ authorization: request.headers.authorization, text: JSON.stringify(await bodyOf(request)) })
    completion('{}')(request, response)
  })
  expect(seen[0]?.authorization).toBe('Bearer k-1')
  expect(seen[0]?.text).toContain('Rua do Ouro 12')
  expect(seen[0]?.text).not.toContain('tools')
})

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown

async function improve(handle: Handle, changes: { timeoutMs?: number } = {}): Promise<ExecutionResult> {
  return resultOf(createLlmClient({ settings: { ...settingsOf(await listen(handle)), ...changes } }))
}

function resultOf(llmClient: LlmClient): Promise<ExecutionResult> {
  const openFields = ['reference', 'total', 'date', 'place', 'lines'].map((name) => [name])
  const llmRequest = { schema, openFields, pages: [page], isProven: false, lasting: [] }
  return new Promise((resolve) => {
    void llmClient.submit({
      execution: 'c1',
      result: empty,
      llmRequest,
      done: async (result) => resolve(result),
    })
  })
}

function settingsOf(url: string) {
  return { url, name: 'small', key: 'k-1', timeoutMs: 5_000, maxPromptChars: 10_000 }
}

async function listen(handle: Handle): Promise<string> {
  const server = createServer(handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  // A listening TCP server has an address with a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
}

function answering(values: unknown): Handle {
  return completion(JSON.stringify(values))
}

function completion(content: string): Handle {
  return (_request, response) => {
    const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify({ id: 'x', choices: [choice], usage: { prompt_tokens: 10, completion_tokens: 5 } }),
    )
  }
}

async function bodyOf(request: IncomingMessage) {
  let text = ''
  for await (const piece of request) text += String(piece)
  return JSON.parse(text)
}

function printed(...lines: string[]): Page {
  const words = lines.flatMap((line, row) =>
    [...line.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      confidence: 1,
      origin: 'text' as const,
      box: { x: 40 + match.index * 6, y: 40 + row * 12, width: match[0].length * 6, height: 10 },
    })),
  )
  return { number: 1, width: 612, height: 792, words, source: 'text', turned: 0 }
}
