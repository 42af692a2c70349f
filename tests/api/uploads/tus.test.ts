import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { GET as getOutcome, POST as postOutcome } from '@/app/api/uploads/[uploadId]/outcome/route'
import { DELETE } from '@/app/api/uploads/[uploadId]/route'
import { POST } from '@/app/api/uploads/route'
import { sweepUploads } from '@/lib/documents/intake/sweep'
import { findSummaries } from '@/lib/documents/read/summary-store'
import { uploadLifeMs } from '@/lib/files/upload-store'
import { uploadFolder } from '@/lib/files/uploads'
import { type FixtureName, fixtureFile } from '../../fixtures/fixture'
import { addPerson, call, callJson, invoiceStep, sample, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'
import {
  createUpload as create,
  encodeMetadata as encode,
  offsetOf,
  sendPart as send,
  tusHeaders as tus,
} from '../support/tus-client'

setUpDesk({ role: 'uploader' })

beforeEach(() => {
  vi.useRealTimers()
})

async function sendWhole(bytes: Uint8Array<ArrayBuffer>, metadata: Record<string, string> = {}) {
  const { uploadId } = await create({ bytes: bytes.length, metadata })
  const response = await send({ uploadId, offset: 0, bytes })
  return { uploadId, status: response.status, body: await response.json() }
}

test('a file in two parts becomes one document with the bytes and name it was sent with', async () => {
  const bytes = await sample('eighteen-pages.pdf', { unique: true })
  const { response, uploadId } = await create({ bytes: bytes.length, metadata: { metadata: '{"a":1}' } })
  expect(response.status).toBe(201)
  expect(response.headers.get('location')).toBe(`/api/uploads/${uploadId}`)
  expect(response.headers.get('access-control-allow-origin')).toBeNull()

  expect((await send({ uploadId, offset: 0, bytes: bytes.slice(0, 500_000) })).status).toBe(204)
  expect(await offsetOf(uploadId)).toBe(500_000)
  const last = await send({ uploadId, offset: 500_000, bytes: bytes.slice(500_000) })
  expect(last.status).toBe(200)
  expect(await last.json()).toMatchObject({
    documents: [
      { id: `doc_${uploadId}`, name: 'ñandú.pdf', bytes: bytes.length, pages: 18, state: 'waiting' },
    ],
    refused: [],
  })
  expect(await readdir(uploadFolder())).not.toContain(uploadId)
})

test('an upload whose answer was lost is found complete, and its outcome can be asked for again and again', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const { uploadId, status } = await sendWhole(bytes)
  expect(status).toBe(200)
  expect(await offsetOf(uploadId)).toBe(bytes.length)
  for (const _ of [1, 2]) {
    const outcome = await callJson(getOutcome, { params: { uploadId } })
    expect(outcome).toMatchObject({
      status: 201,
      body: { documents: [{ id: `doc_${uploadId}` }], refused: [] },
    })
  }
})

test.each<[FixtureName, number, string]>([
  ['zip-named.pdf', 415, 'upload.unsupported_type'],
  ['user-password.pdf', 422, 'upload.password_protected'],
])('%s is answered %i %s with its last part, and so is who asks later', async (name, status, code) => {
  const refused = await sendWhole(await sample(name), { filename: name })
  expect(refused).toMatchObject({
    status,
    body: { error: { code }, documents: [], refused: [{ name, code }] },
  })
  const later = await callJson(getOutcome, { params: { uploadId: refused.uploadId } })
  expect(later).toMatchObject({ status, body: { error: { code } } })
})

test('a duplicate is refused with the earlier document and can be allowed without sending it again', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const first = await sendWhole(bytes)
  const again = await sendWhole(bytes)
  expect(again).toMatchObject({
    status: 422,
    body: { error: { code: 'document.duplicate', duplicateOf: `doc_${first.uploadId}` } },
  })
  const { uploadId } = again
  const allowed = await callJson(postOutcome, {
    method: 'POST',
    params: { uploadId },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ duplicate: 'allow' }),
  })
  expect(allowed).toMatchObject({ status: 201, body: { documents: [{ id: `doc_${uploadId}` }] } })
  expect(await sendWhole(bytes, { duplicate: 'allow' })).toMatchObject({ status: 200 })
})

test('what cannot be accepted is refused before the first byte', async () => {
  const json = async (given: Parameters<typeof create>[0]) => {
    const { response } = await create(given)
    return { status: response.status, code: (await response.json()).error.code }
  }
  expect(await json({ bytes: 104_857_601 })).toEqual({ status: 413, code: 'upload.too_large' })
  expect(await json({ bytes: 9, metadata: { step: 'c-none' } })).toEqual({
    status: 422,
    code: 'step.unknown',
  })
  expect(await json({ bytes: 9, metadata: { metadata: '[]' } })).toEqual({
    status: 400,
    code: 'upload.metadata_invalid',
  })
  expect(await json({ bytes: 0 })).toEqual({ status: 422, code: 'upload.empty' })
})

test('an upload filled in its first request is taken in at once', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const headers = {
    ...tus,
    'upload-length': String(bytes.length),
    'upload-metadata': encode({ filename: 'a.pdf', step: invoiceStep }),
    'content-type': 'application/offset+octet-stream',
    'content-length': String(bytes.length),
  }
  const answer = await callJson(POST, { path: '/api/uploads', method: 'POST', headers, body: bytes })
  expect(answer).toMatchObject({ status: 201, body: { documents: [{ name: 'a.pdf' }] } })
})

test('a part at the wrong offset, or more than was announced, is refused and changes nothing', async () => {
  const { uploadId } = await create({ bytes: 1000 })
  const wrong = await send({ uploadId, offset: 10, bytes: new Uint8Array(10) })
  expect([wrong.status, (await wrong.json()).error.code]).toEqual([409, 'upload.out_of_step'])
  const more = await send({ uploadId, offset: 0, bytes: new Uint8Array(1001) })
  expect([more.status, (await more.json()).error.code]).toEqual([413, 'upload.too_large'])
  expect(await offsetOf(uploadId)).toBe(0)
})

test('an upload that is not complete has no outcome yet', async () => {
  const { uploadId } = await create({ bytes: 1000 })
  await send({ uploadId, offset: 0, bytes: new Uint8Array(400) })
  expect(await callJson(getOutcome, { params: { uploadId } })).toMatchObject({
    status: 400,
    body: { error: { code: 'upload.incomplete' } },
  })
})

test("another person's upload does not exist, and neither does a foreign name", async () => {
  const { uploadId } = await create({ bytes: 1000 })
  signInAs(await addPerson('uploader'))
  expect(await offsetOf(uploadId)).toBe(404)
  expect((await send({ uploadId, offset: 0, bytes: new Uint8Array(1000) })).status).toBe(404)
  const params = { uploadId }
  expect(
    (await call(DELETE, { path: `/api/uploads/${uploadId}`, method: 'DELETE', params, headers: tus })).status,
  ).toBe(404)
  expect((await callJson(getOutcome, { params })).status).toBe(404)
  expect(await offsetOf('..%2Fpasswd')).toBe(404)
})

test('a terminated upload is gone', async () => {
  const { uploadId } = await create({ bytes: 1000 })
  const params = { uploadId }
  const ended = await call(DELETE, {
    path: `/api/uploads/${uploadId}`,
    method: 'DELETE',
    params,
    headers: tus,
  })
  expect(ended.status).toBe(204)
  expect(await offsetOf(uploadId)).toBe(404)
})

test('nobody, and finance, may not upload; a foreign page may not either', async () => {
  signInAs(null)
  expect((await create({ bytes: 10 })).response.status).toBe(401)
  signInAs(await addPerson('finance'))
  expect((await create({ bytes: 10 })).response.status).toBe(403)
  const headers = { ...tus, 'upload-length': '10', origin: 'https://elsewhere.test' }
  expect((await call(POST, { path: '/api/uploads', method: 'POST', headers })).status).toBe(403)
})

test('the sweep finishes a complete upload whose request died and removes an expired partial one', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const partial = await create({ bytes: 1000 })
  const complete = await create({ bytes: bytes.length })
  const { uploads } = await import('@/lib/files/uploads')
  const { Readable } = await import('node:stream')
  await (await uploads()).store.write(Readable.from([bytes]), complete.uploadId, 0)

  await sweepUploads()
  expect(await findSummaries([`doc_${complete.uploadId}`])).toEqual([])

  vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ['Date'] })
  await sweepUploads()
  expect(await findSummaries([`doc_${complete.uploadId}`])).toMatchObject([{ state: 'waiting' }])
  expect(await offsetOf(partial.uploadId)).toBe(0)

  vi.setSystemTime(Date.now() + uploadLifeMs)
  await sweepUploads()
  vi.useRealTimers()
  expect(await offsetOf(partial.uploadId)).toBe(404)
})

test('what a crash left of an upload that was already taken in is cleared away by the sweep', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const { uploadId } = await create({ bytes: bytes.length })
  const { uploads } = await import('@/lib/files/uploads')
  const upload = await (await uploads()).store.getUpload(uploadId)
  await send({ uploadId, offset: 0, bytes })
  await (await uploads()).store.create(upload)
  await writeFile(path.join(uploadFolder(), uploadId), bytes)

  vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ['Date'] })
  await sweepUploads()
  vi.useRealTimers()
  expect((await readdir(uploadFolder())).filter((name) => name.startsWith(uploadId))).toEqual([])
  expect(await findSummaries([`doc_${uploadId}`])).toHaveLength(1)
})

test('an upload refused at its end is left to its owner by the sweep until it expires', async () => {
  const { uploadId } = await sendWhole(await sample('zip-named.pdf'))
  vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ['Date'] })
  await sweepUploads()
  expect(await offsetOf(uploadId)).toBe(410)
  vi.setSystemTime(Date.now() + uploadLifeMs)
  await sweepUploads()
  vi.useRealTimers()
  expect(await offsetOf(uploadId)).toBe(404)
})

test('a stored file that no document names is removed after an hour, and one that has a document stays', async () => {
  const { originalKey } = await import('@/lib/documents/intake/ingest')
  const { fileStore } = await import('@/lib/files/stores')
  const { uploadId } = await sendWhole(await sample('invoice.pdf', { unique: true }))
  await fileStore().put({
    from: await fixtureFile('blank-page.pdf'),
    key: originalKey('doc_lost'),
    sha256: '',
  })
  vi.useFakeTimers({ now: Date.now() + 30 * uploadLifeMs, toFake: ['Date'] })
  await sweepUploads()
  vi.useRealTimers()
  expect(await fileStore().findBytes(originalKey('doc_lost'))).toBeNull()
  expect(await fileStore().findBytes(originalKey(`doc_${uploadId}`))).not.toBeNull()
})

test('a client that says name and type, as widespread ones do, is understood', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const metadata = { name: 'rechnung.pdf', type: 'application/pdf', step: invoiceStep }
  const headers = { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': encode(metadata) }
  const created = await call(POST, { path: '/api/uploads', method: 'POST', headers })
  const uploadId = created.headers.get('location')?.split('/').at(-1) ?? ''
  const last = await send({ uploadId, offset: 0, bytes })
  expect(await last.json()).toMatchObject({ documents: [{ name: 'rechnung.pdf' }] })
})

test('an upload that does not say how long it will be is refused with a reason', async () => {
  const headers = {
    ...tus,
    'upload-defer-length': '1',
    'upload-metadata': encode({ filename: 'a.pdf', step: invoiceStep }),
  }
  const { status, body } = await callJson(POST, { path: '/api/uploads', method: 'POST', headers })
  expect([status, body.error.code]).toEqual([400, 'request.invalid'])
})
