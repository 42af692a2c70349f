import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeEach, expect, test, vi } from 'vitest'
import { GET as getConverted } from '@/app/api/documents/[documentId]/converted/route'
import { GET as getOriginal } from '@/app/api/documents/[documentId]/original/route'
import { DELETE, GET as getDocument } from '@/app/api/documents/[documentId]/route'
import { GET as getThumbnail } from '@/app/api/documents/[documentId]/thumbnail/route'
import { POST } from '@/app/api/documents/route'
import { db } from '@/lib/db/client'
import { sweepUploads } from '@/lib/documents/intake/sweep'
import { convertedKey } from '@/lib/documents/model/files/sent-file'
import { documents } from '@/lib/documents/tables'
import { fileStore } from '@/lib/files/stores'
import { type FixtureName, fixtureFile } from '@/tests/fixtures/fixture'
import { beginAnew } from '../support/begin-anew'
import { call, callJson, invoiceStep, sample, uploadForm } from '../support/desk'
import { bringTo } from '../support/documents'
import { submitNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'

setUpDesk({ role: 'uploader' })
beforeEach(() => beginAnew(upstream))

async function upload(name: FixtureName) {
  const files = [{ name, bytes: await sample(name) }]
  const body = uploadForm({ files, fields: { step: invoiceStep } })
  return callJson(POST, { method: 'POST', body })
}

async function accept(name: FixtureName): Promise<string> {
  const { status, body } = await upload(name)
  expect(status).toBe(201)
  return String(body.documents[0].id)
}

const read = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const isStored = async (id: string) => (await fileStore().findBytes(convertedKey(id))) !== null

test('a TIFF of two pages is kept as it came, and shown and sent as a PDF', async () => {
  const original = await sample('two-pages.tif')
  const documentId = await accept('two-pages.tif')
  const { body } = await callJson(getDocument, { params: { documentId } })
  expect(body).toMatchObject({
    name: 'two-pages.tif',
    contentType: 'image/tiff',
    bytes: original.length,
    sha256: sumOf(original),
    pages: 2,
    converted: { contentType: 'application/pdf', pictures: 2 },
  })

  const kept = await call(getOriginal, { params: { documentId } })
  expect(kept.headers.get('content-disposition')).toMatch(/^attachment; filename="two-pages.tif"/)
  expect(sumOf(await read(kept))).toBe(sumOf(original))

  const shown = await call(getConverted, { params: { documentId } })
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(body.converted.bytes),
    'x-content-type-options': 'nosniff',
  })
  expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename="two-pages.pdf"/)
  const pdf = await read(shown)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')

  await submitNow()
  expect(upstream.executions).toHaveLength(1)
  expect(upstream.executions[0]).toMatchObject({ bytes: pdf.length, pages: 2 })
  expect((await upload('two-pages.tif')).body.refused[0]).toMatchObject({
    code: 'document.duplicate',
    duplicateOf: documentId,
  })
})

test('a HEIC is shown, drawn small and sent as a JPEG', async () => {
  const documentId = await accept('page.heic')
  const shown = await call(getConverted, { params: { documentId } })
  expect(shown.headers.get('content-type')).toBe('image/jpeg')
  const jpeg = await read(shown)
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 480 })
  const thumbnail = await call(getThumbnail, { params: { documentId } })
  expect(await sharp(await read(thumbnail)).metadata()).toMatchObject({ format: 'webp', width: 480 })
  await submitNow()
  expect(upstream.executions[0]).toMatchObject({ bytes: jpeg.length })
})

test('what was not converted has no converted file', async () => {
  const documentId = await accept('receipt.jpg')
  expect((await callJson(getDocument, { params: { documentId } })).body.converted).toBeNull()
  expect((await callJson(getConverted, { params: { documentId } })).status).toBe(404)
})

test('the converted file goes where the original goes, and one that no document names is swept', async () => {
  const [kept, removed] = [await accept('page.heic'), await accept('two-pages.tif')]
  await fileStore().put({ from: await fixtureFile('receipt.jpg'), key: convertedKey('doc_lost'), sha256: '' })
  await bringTo(removed, { state: 'processing' })
  await callJson(DELETE, { method: 'DELETE', params: { documentId: removed } })
  vi.useFakeTimers({ now: Date.now() + 60 * 86_400_000, toFake: ['Date'] })
  await sweepUploads()
  vi.useRealTimers()
  expect(await Promise.all([kept, removed, 'doc_lost'].map(isStored))).toEqual([true, true, false])

  await db().update(documents).set({ state: 'done' }).where(eq(documents.id, removed))
  await sweepUploads()
  expect(await isStored(removed)).toBe(false)
  await bringTo(kept, { state: 'failed' })
  await callJson(DELETE, { method: 'DELETE', params: { documentId: kept } })
  expect(await isStored(kept)).toBe(false)
})

test('a TIFF that cannot be opened is refused in words, and leaves nothing', async () => {
  const broken = (await sample('two-pages.tif')).slice(0, 9_000)
  const body = uploadForm({ files: [{ name: 'a.tif', bytes: broken }], fields: { step: invoiceStep } })
  const { status, body: answer } = await callJson(POST, { method: 'POST', body })
  expect(status).toBe(422)
  expect(answer.refused).toMatchObject([{ name: 'a.tif', code: 'upload.unreadable' }])
  expect(await fileStore().listKeys({ prefix: 'converted', olderThanMs: -1000 })).toEqual([])
})
