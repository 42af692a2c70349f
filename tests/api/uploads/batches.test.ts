import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it, test, vi } from 'vitest'
import { GET as exportBatch } from '@/app/api/batches/[batchId]/export/route'
import { POST as reportRefused } from '@/app/api/batches/[batchId]/refused/route'
import { GET as getBatch } from '@/app/api/batches/[batchId]/route'
import { GET as listBatches } from '@/app/api/batches/route'
import { DELETE as removeDocument } from '@/app/api/documents/[documentId]/route'
import { sweepUploads } from '@/lib/documents/intake/sweep'
import { uploads } from '@/lib/files/uploads'
import { catalogues } from '@/lib/i18n/catalogues'
import { addPerson, call, callJson, sample, signedInId, signInAs } from '../support/desk'
import { bringTo } from '../support/documents'
import { setUpDesk } from '../support/set-up-desk'
import { createUpload, sendPart } from '../support/tus-client'

setUpDesk({ role: 'uploader' })

const newBatch = () => randomBytes(16).toString('hex')

type Sent = { bytes: Uint8Array<ArrayBuffer>; batch: string; name?: string; duplicate?: string }

async function send({ bytes, batch, name = 'invoice.pdf', ...more }: Sent) {
  const { uploadId, response } = await createUpload({
    bytes: bytes.length,
    metadata: { filename: name, batch, ...more },
  })
  if (response.status !== 201) return { uploadId, status: response.status }
  return { uploadId, status: (await sendPart({ uploadId, offset: 0, bytes })).status }
}
const receipt = (batchId: string, language = 'en') =>
  callJson(getBatch, { params: { batchId }, headers: { 'accept-language': language } })
const report = (batchId: string, files: unknown) =>
  call(reportRefused, {
    method: 'POST',
    params: { batchId },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ files }),
  })

test('a batch has a row for each file: received, refused with its reason, or a copy of another', async () => {
  const batchId = newBatch()
  const bytes = await sample('invoice.pdf', { unique: true })
  const first = await send({ bytes, batch: `${batchId}:1`, name: 'one.pdf' })
  await send({ bytes, batch: `${batchId}:2`, name: 'two.pdf' })
  await send({ bytes: await sample('user-password.pdf'), batch: `${batchId}:3`, name: 'locked.pdf' })
  const reported = await report(batchId, [
    { place: 4, name: 'plan.dwg', bytes: 9, code: 'upload.unsupported_type' },
  ])
  expect(reported.status).toBe(200)
  const { body } = await receipt(batchId)
  expect(body).toMatchObject({
    id: batchId,
    person: { id: signedInId() },
    received: 1,
    refused: 2,
    duplicate: 1,
    bytes: bytes.length,
    pages: 1,
  })
  expect(body.files).toMatchObject([
    {
      place: 1,
      name: 'one.pdf',
      outcome: 'received',
      documentId: `doc_${first.uploadId}`,
      pages: 1,
      canOpen: true,
    },
    { place: 2, outcome: 'duplicate', duplicateOf: `doc_${first.uploadId}`, documentId: null, canOpen: true },
    { place: 3, outcome: 'refused', code: 'upload.password_protected', documentId: null },
    { place: 4, name: 'plan.dwg', outcome: 'refused', code: 'upload.unsupported_type', sha256: null },
  ])
  expect(body.files[2].message).toContain('password')
  expect((await receipt(batchId, 'es')).body.files[2].message).toContain('contraseña')
})

test('it says the hash of what arrived, and outlives the document', async () => {
  const batchId = newBatch()
  const bytes = await sample('invoice.pdf', { unique: true })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { uploadId } = await createUpload({
    bytes: bytes.length,
    metadata: { filename: 'kept.pdf', batch: `${batchId}:1`, sha256 },
  })
  await sendPart({ uploadId, offset: 0, bytes })
  const documentId = `doc_${uploadId}`
  await bringTo(documentId, { state: 'done', result: {} })
  expect((await call(removeDocument, { method: 'DELETE', params: { documentId } })).status).toBe(200)
  const { body } = await receipt(batchId)
  expect(body.files).toMatchObject([{ name: 'kept.pdf', sha256, documentId, canOpen: false }])
})

test('a copy that is allowed after all, and a file sent again, are one row each, and what was received stays so', async () => {
  const batchId = newBatch()
  const bytes = await sample('invoice.pdf', { unique: true })
  await send({ bytes, batch: `${newBatch()}:1` })
  await send({ bytes, batch: `${batchId}:1` })
  await send({ bytes, batch: `${batchId}:1`, duplicate: 'allow' })
  expect((await receipt(batchId)).body).toMatchObject({ received: 1, duplicate: 0 })
  await send({ bytes, batch: `${batchId}:1` })
  await report(batchId, [{ place: 1, name: 'x.pdf', bytes: 1, code: 'upload.unreadable' }])
  expect((await receipt(batchId)).body).toMatchObject({ received: 1, duplicate: 0, refused: 0 })
})

test('of an upload that nobody came back for the receipt is written when it is taken in', async () => {
  const batchId = newBatch()
  const bytes = await sample('invoice.pdf', { unique: true })
  const { uploadId } = await createUpload({ bytes: bytes.length, metadata: { batch: `${batchId}:7` } })
  const { store } = await uploads()
  const stopped = vi.spyOn(store, 'withFile').mockRejectedValueOnce(new Error('the process died here'))
  await sendPart({ uploadId, offset: 0, bytes })
  expect(stopped).toHaveBeenCalledOnce()
  expect((await receipt(batchId)).status).toBe(404)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 })
  await sweepUploads()
  vi.useRealTimers()
  expect((await receipt(batchId)).body.files).toMatchObject([{ place: 7, outcome: 'received' }])
})

test.each(['1:1', `${newBatch()}:0`, `${newBatch()}:5001`, `${newBatch().toUpperCase()}x:1`, newBatch()])(
  'an upload that names %s as its place is refused before its first byte',
  async (batch) => {
    const { response } = await createUpload({ bytes: 10, metadata: { batch } })
    expect([response.status, (await response.json()).error.code]).toEqual([400, 'request.invalid'])
  },
)

test('every refusal of a file is told in words, none of which is left open', async () => {
  const batchId = newBatch()
  const codes = Object.keys(catalogues.en).flatMap((key) => /^error\.(upload\..+)$/.exec(key)?.[1] ?? [])
  await report(
    batchId,
    codes.map((code, index) => ({ place: index + 1, name: 'x', bytes: 1, code })),
  )
  for (const language of ['en', 'es']) {
    const { body } = await receipt(batchId, language)
    const files: { code: string; message: string | null }[] = body.files
    expect(files).toHaveLength(codes.length)
    expect(files.filter(({ message }) => message?.includes('{'))).toEqual([])
    const silent = files.filter(({ message }) => message === null).map(({ code }) => code)
    expect(silent).toEqual(['upload.incomplete', 'upload.too_many_open'])
  }
})

describe('the receipts', () => {
  it('are each person’s own, and all of them an administrator’s', async () => {
    const batchId = newBatch()
    await send({ bytes: await sample('invoice.pdf', { unique: true }), batch: `${batchId}:1` })
    const ids = async () => (await callJson(listBatches)).body.batches.map(({ id }: { id: string }) => id)
    expect(await ids()).toContain(batchId)
    signInAs(await addPerson('uploader'))
    expect(await ids()).toEqual([])
    expect((await receipt(batchId)).status).toBe(404)
    const { response } = await createUpload({ bytes: 10, metadata: { batch: `${batchId}:2` } })
    expect(response.status).toBe(400)
    expect((await report(batchId, [{ place: 2, name: 'x', bytes: 1, code: 'upload.empty' }])).status).toBe(
      400,
    )
    signInAs(await addPerson('admin'))
    expect(await ids()).toContain(batchId)
    expect((await receipt(batchId)).status).toBe(200)
  })

  it('are listed the newest first, page by page', async () => {
    signInAs(await addPerson('uploader'))
    const all = Array.from({ length: 52 }, newBatch)
    for (const batchId of all)
      await report(batchId, [{ place: 1, name: 'x', bytes: 0, code: 'upload.empty' }])
    const first = (await callJson(listBatches)).body
    const cursor = first.nextCursor
    const second = (await callJson(listBatches, { path: `/api/batches?cursor=${cursor}` })).body
    const ids = [...first.batches, ...second.batches].map(({ id }: { id: string }) => id)
    expect(ids).toEqual([...all].reverse())
    expect(second.nextCursor).toBeNull()
  })

  it('are saved as a table whose cells are no formulas', async () => {
    const batchId = newBatch()
    await report(batchId, [{ place: 1, name: '=cmd|calc.pdf', bytes: 3, code: 'upload.empty' }])
    const answer = await call(exportBatch, { path: '/?format=csv', params: { batchId } })
    expect(answer.headers.get('content-disposition')).toContain(`${batchId.slice(0, 8)}.csv`)
    const [head, row] = (await answer.text()).split('\r\n')
    expect(head).toContain('SHA-256')
    expect(row).toContain("1,'=cmd|calc.pdf,3,,Refused,")
  })
})
