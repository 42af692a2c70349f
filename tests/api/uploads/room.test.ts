import { readdir, statfs } from 'node:fs/promises'
import { beforeEach, expect, test, vi } from 'vitest'
import { POST as postForm } from '@/app/api/documents/route'
import { PATCH } from '@/app/api/uploads/[uploadId]/route'
import { POST } from '@/app/api/uploads/route'
import { db } from '@/lib/db/client'
import { sweepUploads } from '@/lib/documents/intake/sweep'
import { incomingFolder } from '@/lib/files/receive/incoming'
import { removeReceived } from '@/lib/files/receive/receive'
import { receiveForm } from '@/lib/files/receive/receive-form'
import * as store from '@/lib/files/room/promises-store'
import { promisedRoom } from '@/lib/files/tables'
import { addPerson, call, callJson, invoiceStep, sample, signInAs, uploadForm } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'
import {
  createUpload,
  encodeMetadata,
  endUpload,
  offsetOf,
  sendPart,
  tusHeaders,
} from '../support/tus-client'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, default: real, statfs: vi.fn(real.statfs) }
})

vi.mock('@/lib/files/room/promises-store', { spy: true })

const desk = setUpDesk({ role: 'uploader' })
const megabyte = 1_000_000
const reserve = 50 * megabyte

/** A disk with this much free above what the desk keeps for its database. */
function leaveFree(bytes: number): void {
  vi.mocked(statfs).mockResolvedValue({ bavail: bytes + reserve, bsize: 1 } as never)
}

beforeEach(async () => {
  leaveFree(1e12)
  await db().delete(promisedRoom)
})

const promised = () => db().select().from(promisedRoom)

async function begin(bytes: number) {
  const { response, uploadId } = await createUpload({ bytes })
  const code = response.ok ? null : (await response.json()).error.code
  return { status: response.status, code, uploadId }
}

test('of 400 uploads of 100 MB begun at once by one person, no more are accepted than one person may have', async () => {
  const begun = await Promise.all(Array.from({ length: 400 }, () => begin(100 * megabyte)))
  const accepted = begun.filter(({ status }) => status === 201)
  expect(accepted).toHaveLength(50)
  const refused = begun.filter(({ status }) => status !== 201)
  expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(
    new Set(['429 upload.too_many_open']),
  )
  await endUpload(accepted[0]?.uploadId ?? '')
  expect((await begin(100 * megabyte)).status).toBe(201)
  signInAs(await addPerson('uploader'))
  expect((await begin(100 * megabyte)).status).toBe(201)
})

test('small uploads are bounded by their number, with words that say what to do', async () => {
  const rows = Array.from({ length: 500 }, (_, number) => ({
    id: `${number}`,
    personId: desk.user.id,
    bytes: 1,
  }))
  await db().insert(promisedRoom).values(rows)
  const headers = {
    ...tusHeaders,
    'accept-language': 'es',
    'upload-length': '10',
    'upload-metadata': encodeMetadata({ filename: 'a.pdf', step: invoiceStep }),
  }
  const { status, body } = await callJson(POST, { path: '/api/uploads', method: 'POST', headers })
  expect([status, body.error.code]).toEqual([429, 'upload.too_many_open'])
  expect(body.error.message).toMatch(/500 subidas, o 5 GB.*Termine o descarte/)
})

test('room that is promised to open uploads is not promised again, and is free once they are given up', async () => {
  leaveFree(100 * megabyte)
  const first = await begin(60 * megabyte)
  expect(first.status).toBe(201)
  expect(await begin(60 * megabyte)).toMatchObject({ status: 507, code: 'storage.full' })
  expect((await begin(40 * megabyte)).status).toBe(201)
  const files = [{ name: 'a.pdf', bytes: await sample('invoice.pdf', { unique: true }) }]
  const form = { body: uploadForm({ files, fields: { step: invoiceStep } }), method: 'POST' }
  const headers = { 'content-length': String(megabyte) }
  expect(await callJson(postForm, { ...form, headers })).toMatchObject({
    status: 507,
    body: { error: { code: 'storage.full' } },
  })
  await endUpload(first.uploadId)
  expect((await callJson(postForm, { ...form, headers })).status).toBe(201)
})

test('a piece is refused where the disk has filled up since, and accepted once there is room again', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const { uploadId } = await createUpload({ bytes: bytes.length })
  leaveFree(bytes.length - 1)
  const refused = await sendPart({ uploadId, offset: 0, bytes })
  expect([refused.status, (await refused.json()).error.code]).toEqual([507, 'storage.full'])
  leaveFree(bytes.length)
  expect((await sendPart({ uploadId, offset: 0, bytes })).status).toBe(200)
})

test('of two that no longer fit together, the one that was promised room first gets through', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const first = await createUpload({ bytes: bytes.length })
  const second = await createUpload({ bytes: 2 * megabyte })
  leaveFree(bytes.length + 10)
  const late = await sendPart({ uploadId: second.uploadId, offset: 0, bytes: new Uint8Array(1000) })
  expect(late.status).toBe(507)
  expect((await sendPart({ uploadId: first.uploadId, offset: 0, bytes })).status).toBe(200)
})

test('a form is refused in the middle where the disk fills up meanwhile, and leaves nothing behind', async () => {
  vi.mocked(statfs)
    .mockResolvedValueOnce({ bavail: reserve + 4 * megabyte, bsize: 1 } as never)
    .mockResolvedValueOnce({ bavail: reserve + 2 * megabyte, bsize: 1 } as never)
    .mockResolvedValue({ bavail: reserve, bsize: 1 } as never)
  const files = [{ name: 'a.pdf', bytes: new Uint8Array(3 * megabyte) }]
  const body = uploadForm({ files, fields: { step: invoiceStep } })
  expect(await callJson(postForm, { method: 'POST', body })).toMatchObject({
    status: 507,
    body: { error: { code: 'storage.full' } },
  })
  expect(await promised()).toEqual([])
})

test('what was refused counts for as long as it is kept, and makes way for what is new', async () => {
  const bytes = await sample('zip-named.pdf')
  const refused = await createUpload({ bytes: bytes.length })
  expect((await sendPart({ uploadId: refused.uploadId, offset: 0, bytes })).status).toBe(415)
  expect(await promised()).toMatchObject([{ bytes: bytes.length, arrivedBytes: bytes.length }])
  const rows = Array.from({ length: 499 }, (_, number) => ({
    id: `${number}`,
    personId: desk.user.id,
    bytes: 1,
  }))
  await db().insert(promisedRoom).values(rows)
  expect((await begin(10)).status).toBe(201)
  expect((await promised()).map(({ id }) => id)).not.toContain(refused.uploadId)
  expect(await offsetOf(refused.uploadId)).toBe(404)
  expect(await begin(10)).toMatchObject({ status: 429, code: 'upload.too_many_open' })
})

test('a form too finds room among what was refused and kept', async () => {
  const bytes = await sample('zip-named.pdf', { unique: true })
  const refused = await createUpload({ bytes: bytes.length })
  expect((await sendPart({ uploadId: refused.uploadId, offset: 0, bytes })).status).toBe(415)
  const rows = Array.from({ length: 499 }, (_, number) => ({
    id: `${number}`,
    personId: desk.user.id,
    bytes: 1,
  }))
  await db().insert(promisedRoom).values(rows)
  const files = [{ name: 'a.pdf', bytes: await sample('invoice.pdf', { unique: true }) }]
  const send = () =>
    callJson(postForm, { body: uploadForm({ files, fields: { step: invoiceStep } }), method: 'POST' })
  expect((await send()).status).toBe(201)
  expect(await offsetOf(refused.uploadId)).toBe(404)
  await db().insert(promisedRoom).values({ id: 'last', personId: desk.user.id, bytes: 1 })
  expect((await send()).status).toBe(429)
})

test('a form whose arrival cannot be written down leaves no file behind', async () => {
  const files = [{ name: 'a.pdf', bytes: await sample('invoice.pdf', { unique: true }) }]
  const body = uploadForm({ files, fields: { step: invoiceStep } })
  const lost = vi.spyOn(store, 'saveArrived').mockRejectedValue(new Error('the database is away'))
  try {
    expect((await callJson(postForm, { method: 'POST', body })).status).toBeGreaterThanOrEqual(400)
  } finally {
    lost.mockRestore()
  }
  expect(await readdir(incomingFolder())).toEqual([])
})

test('nothing stays promised to what was taken in or given up', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const { uploadId } = await createUpload({ bytes: bytes.length })
  expect(await promised()).toHaveLength(1)
  await sendPart({ uploadId, offset: 0, bytes })
  expect(await promised()).toEqual([])
  await endUpload((await createUpload({ bytes: 10 })).uploadId)
  expect((await createUpload({ bytes: 10, metadata: { step: 'c-none' } })).response.status).toBe(422)
  expect(await promised()).toEqual([])
})

test('what a crash left promised is forgotten by the sweep, and an open upload keeps its room', async () => {
  const { uploadId } = await createUpload({ bytes: 10 })
  const promisedAt = new Date(Date.now() - 20 * 60_000)
  const lost = { personId: desk.user.id, bytes: 5, promisedAt }
  await db()
    .insert(promisedRoom)
    .values([
      { ...lost, id: 'gone' },
      { ...lost, id: 'form_under_way', promisedAt: new Date(Date.now() - 5 * 60_000) },
      { ...lost, id: 'form_dead' },
    ])
  await sweepUploads()
  expect((await promised()).map(({ id }) => id).sort()).toEqual([uploadId, 'form_under_way'].sort())
})

test('a form keeps its room for as long as its body flows', async () => {
  const boundary = 'of-the-test'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const write = (text: string) => writer.write(new TextEncoder().encode(text))
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const init = { method: 'POST', headers, body: readable, duplex: 'half' } as const
  const request = new Request('http://desk.test/api/documents', init)
  const form = receiveForm({ request, personId: desk.user.id, makeRoom: async () => false })
  await write(head)
  await vi.waitFor(async () => expect(await promised()).toHaveLength(1))
  const silentSince = new Date(Date.now() - 20 * 60_000)
  await db().update(promisedRoom).set({ promisedAt: silentSince })
  const later = performance.now() + 61_000
  const clock = vi.spyOn(performance, 'now').mockReturnValue(later)
  try {
    await write('some bytes')
    const isRenewed = async () => expect((await promised())[0]?.promisedAt).not.toEqual(silentSince)
    await vi.waitFor(isRenewed, { timeout: 10_000 })
  } finally {
    clock.mockRestore()
    await write(`\r\n--${boundary}--\r\n`)
    await writer.close()
  }
  const { files } = await form
  for (const { file } of files) await removeReceived(file?.path ?? '')
})

test('the upload is the one that the address names, whatever stands after a question mark', async () => {
  const theirs = await createUpload({ bytes: 100 })
  signInAs(await addPerson('uploader'))
  const { uploadId } = await createUpload({ bytes: 100 })
  const headers = {
    ...tusHeaders,
    'upload-offset': '0',
    'content-type': 'application/offset+octet-stream',
    'content-length': '40',
  }
  const path = `/api/uploads/${uploadId}?of=/${theirs.uploadId}`
  const sent = await call(PATCH, {
    path,
    method: 'PATCH',
    params: { uploadId },
    headers,
    body: new Uint8Array(40),
  })
  expect(sent.status).toBe(204)
  expect(await offsetOf(uploadId)).toBe(40)
})
