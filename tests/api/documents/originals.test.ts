import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { GET as getOriginal } from '@/app/api/documents/[documentId]/original/route'
import { GET as getThumbnail } from '@/app/api/documents/[documentId]/thumbnail/route'
import { originalKey } from '@/lib/documents/intake/ingest'
import { incomingFolder } from '@/lib/files/receive/incoming'
import { fileStore } from '@/lib/files/stores'
import type { FixtureName } from '../../fixtures/fixture'
import { call, callJson, sample } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk({ role: 'uploader' })

test('the original comes back whole or in parts, with headers that keep it from acting in our name', async () => {
  const bytes = await sample('invoice.pdf')
  const documentId = await uploadOne({ as: 'Factura ñ "2".pdf' })
  const whole = await call(getOriginal, { params: { documentId } })
  const received = new Uint8Array(await whole.arrayBuffer())
  expect(received.subarray(0, bytes.length)).toEqual(bytes)
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(received.length),
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="Factura n _2_.pdf"; filename*=UTF-8''Factura%20%C3%B1%20%222%22.pdf`,
  })
  expect(whole.headers.get('content-security-policy')).toContain('sandbox')

  const part = await call(getOriginal, { params: { documentId }, headers: { range: 'bytes=10-19' } })
  expect(part.status).toBe(206)
  expect(part.headers.get('content-range')).toBe(`bytes 10-19/${received.length}`)
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(received.slice(10, 20))

  const beyond = await call(getOriginal, { params: { documentId }, headers: { range: 'bytes=9999999-' } })
  expect(beyond.status).toBe(416)
  expect(beyond.headers.get('content-range')).toBe(`bytes */${received.length}`)

  const ETag = whole.headers.get('etag') ?? ''
  const known = await call(getOriginal, { params: { documentId }, headers: { 'if-none-match': ETag } })
  expect([known.status, known.body]).toEqual([304, null])

  const download = await call(getOriginal, { path: '/x?download=1', params: { documentId } })
  expect(download.headers.get('content-disposition')).toMatch(/^attachment/)
  await download.body?.cancel()
})

test('an original whose file is gone is answered 410, and cannot be retried', async () => {
  const documentId = await uploadOne()
  await bringTo(documentId, { state: 'failed' })
  await fileStore().remove(originalKey(documentId))
  const gone = await callJson(getOriginal, { params: { documentId } })
  expect(gone).toMatchObject({ status: 410, body: { error: { code: 'document.original_gone' } } })
})

test.each<FixtureName>(['invoice.pdf', 'receipt.jpg', 'receipt.bmp', 'receipt.webp'])(
  'the thumbnail of %s is a WebP picture, the same the second time',
  async (name) => {
    const documentId = await uploadOne({ name })
    // Where every document came by tus, nobody has made the folder for files on their way in.
    await rm(incomingFolder(), { recursive: true, force: true })
    const first = await call(getThumbnail, { params: { documentId } })
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('image/webp')
    expect(first.headers.get('cache-control')).toContain('immutable')
    const picture = new Uint8Array(await first.arrayBuffer())
    expect(new TextDecoder().decode(picture.slice(8, 12))).toBe('WEBP')
    const again = await call(getThumbnail, { params: { documentId } })
    expect(new Uint8Array(await again.arrayBuffer())).toEqual(picture)
  },
)
