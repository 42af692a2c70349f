import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { multipartBody } from './multipart'

const build = (file: { content: string; bytes?: number; name?: string }) =>
  multipartBody({
    fields: { document_metadata: '{"calle":"Ñuñoa"}' },
    file: {
      field: 'image',
      name: file.name ?? 'a.pdf',
      contentType: 'application/pdf',
      bytes: file.bytes ?? Buffer.byteLength(file.content),
      open: async () => Readable.from([Buffer.from(file.content)]),
    },
  })

test('a standard parser reads the fields and the file, and the announced length is the true one', async () => {
  const { headers, body } = build({ content: 'bytes ñ', name: 'fac"tura\r\nñ.pdf' })
  const raw = Buffer.concat(await body.toArray())
  expect(headers['Content-Length']).toBe(String(raw.length))
  const form = await new Response(raw, { headers }).formData()
  expect(form.get('document_metadata')).toBe('{"calle":"Ñuñoa"}')
  const file = form.get('image')
  expect(file).toBeInstanceOf(File)
  expect(file).toMatchObject({ name: 'fac"tura\r\nñ.pdf', type: 'application/pdf' })
  expect(file instanceof File && (await file.text())).toBe('bytes ñ')
})

test('a stored file shorter or longer than recorded breaks the body off', async () => {
  for (const bytes of [6, 8]) {
    await expect(build({ content: '1234567', bytes }).body.toArray()).rejects.toMatchObject({
      code: 'internal',
    })
  }
})
