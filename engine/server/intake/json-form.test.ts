import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { IncomingFile } from '@/engine/store/incoming-file'
import { readJsonForm } from './json-form'

async function read({ json, step }: { json: string | Buffer; step: number }) {
  const bytes = typeof json === 'string' ? Buffer.from(json) : json
  const chunks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += step) chunks.push(bytes.subarray(at, at + step))
  const received: Uint8Array[] = []
  const file: IncomingFile = {
    bytes: () => 0,
    head: () => Buffer.alloc(0),
    requireRoomFor: () => undefined,
    receive: async (document) => {
      for await (const piece of document) received.push(piece)
    },
    keep: async () => undefined,
    discard: async () => undefined,
  }
  // All that is read of a request is its stream.
  const request = Readable.from(chunks) as IncomingMessage
  const form = await readJsonForm({
    request,
    file,
    maxBodyBytes: 2_000_000,
    tooLarge: () => new Error('too large'),
  })
  return { ...form, document: Buffer.concat(received).toString() }
}

const base64 = Buffer.from('a document???>>>').toString('base64')

describe('however the body is cut', () => {
  test.each([1, 2, 3, 5, 11, 1_000])(
    '%i bytes at a time, the document is separated from what is around it',
    async (step) => {
      const json = `{"document_metadata": {"image_base64": "not this", "a": ["\\"", {"b": "]}"}]}, "x\\"": 1,
      "image_base64" : "${base64.replaceAll('/', '\\/').replaceAll('+', '\\u002B')}" , "wait": true}`
      const form = await read({ json, step })
      expect(form.document).toBe('a document???>>>')
      expect(form.fields).toEqual({
        document_metadata: { image_base64: 'not this', a: ['"', { b: ']}' }] },
        'x"': 1,
        image_base64: '',
        wait: true,
      })
      expect(form.sources).toEqual({ image: 0, image_base64: 1, image_url: 0 })
    },
  )
})

test.each([
  ['the member name is written with escapes', `{"image_\\u0062ase64": "${base64}"}`, 1],
  ['it comes twice', `{"image_base64": "${base64}", "image_base64": "${base64}"}`, 2],
  ['it is no string', '{"image_base64": 5}', 1],
  ['it is null', '{"image_base64": null}', 0],
  ['it is only inside another object', `{"a": {"image_base64": "${base64}"}}`, 0],
  ['it is only a value', '{"a": "image_base64", "b": "x"}', 0],
])('when %s', async (_when, json, count) => {
  expect((await read({ json, step: 4 })).sources.image_base64).toBe(count)
})

test.each([
  '',
  '[]',
  '"image_base64"',
  '{',
  `{"image_base64": "${base64}`,
  `{"image_base64": "${base64}"`,
  '{"a": "\ud800"}x',
  '{"image_base64": "\\q"}',
  '{"a": 1}}',
  '{"a": 01}',
])('%s is no JSON object', async (json) => {
  await expect(read({ json, step: 3 })).rejects.toMatchObject({
    body: { errors: ['The request body is not a JSON object'] },
  })
})

test('text that is not UTF-8 is no JSON', async () => {
  const broken = Buffer.concat([Buffer.from('{"a": "'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])
  await expect(read({ json: broken, step: 8 })).rejects.toMatchObject({ status: 400 })
  const cut = Buffer.concat([Buffer.from('{"a": 1}'), Buffer.from([0xc3])])
  await expect(read({ json: cut, step: 8 })).rejects.toMatchObject({ status: 400 })
})

test('a field may have any name', async () => {
  const { fields } = await read({ json: '{"__proto__": {"a": 1}, "ñ": "\\ud83d\\ude00"}', step: 3 })
  expect(Object.entries(fields)).toEqual([
    ['__proto__', { a: 1 }],
    ['ñ', '😀'],
  ])
})

test('a body without an end is cut off, whatever it is made of', async () => {
  const json = `{"image_base64": "${'\\n'.repeat(1_500_000)}"}`
  await expect(read({ json, step: 65_536 })).rejects.toThrow('too large')
})

test.each([
  ['a long text', JSON.stringify({ document_metadata: 'x'.repeat(1_100_000) })],
  ['a long name', JSON.stringify({ ['x'.repeat(1_100_000)]: 1 })],
  ['a long number', `{"a": ${'1'.repeat(1_100_000)}}`],
  ['depth', `{"a": ${'['.repeat(1_100_000)}`],
])('fields beside the document have a limit of their own: %s', async (_kind, json) => {
  await expect(read({ json, step: 65_536 })).rejects.toMatchObject({
    body: { errors: ['The fields of the request are too large'] },
  })
})
