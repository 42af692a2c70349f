import { beforeEach, expect, test, vi } from 'vitest'
import { GET as getOriginal } from '@/app/api/documents/[documentId]/original/route'
import { GET as listDocuments, POST } from '@/app/api/documents/route'
import { GET as getHealth } from '@/app/api/health/route'
import { tellWhatStoreLacks } from '@/lib/files/store-features'
import { forget } from '@/lib/once'
import { call, callJson, invoiceStep, sample, uploadForm } from '../support/desk'
import { addDocument, readDocument, submitNow } from '../support/pumps'
import { s3 } from '../support/s3'
import { setUpDesk } from '../support/set-up-desk'
import { createUpload, offsetOf, sendPart } from '../support/tus-client'
import { upstream } from '../support/upstream'

const away = { status: 503, code: 'ServiceUnavailable' }
setUpDesk({ role: 'uploader' })
beforeEach(() => {
  s3.behaviour.refuse = undefined
  s3.behaviour.refuseWhen = undefined
  for (const name of ['store features', 'uploads', 'probe files']) forget(name)
})

const original = (documentId: string) => call(getOriginal, { params: { documentId } })

async function upload() {
  const files = [{ name: 'a.pdf', bytes: await sample('invoice.pdf', { unique: true }) }]
  return callJson(POST, { method: 'POST', body: uploadForm({ files, fields: { step: invoiceStep } }) })
}

test('a document whose original cannot be read waits, and is sent once when it can', async () => {
  const id = await addDocument()
  s3.behaviour.refuse = away
  await submitNow()
  expect(await readDocument(id)).toMatchObject({ state: 'waiting', reason: 'outage', failedTries: 0 })
  expect(upstream.executions).toHaveLength(0)
  s3.behaviour.refuse = undefined
  await submitNow()
  expect(await readDocument(id)).toMatchObject({ state: 'enqueued' })
  expect(upstream.executions).toHaveLength(1)
})

test('an original that is gone ends its document with that reason', async () => {
  const id = await addDocument()
  s3.objects.delete(`a/originals/${id}`)
  expect((await original(id)).status).toBe(410)
  await submitNow()
  expect(await readDocument(id)).toMatchObject({
    state: 'failed',
    current: { errorCode: 'document.original_gone' },
  })
})

test('while the store is away uploads and originals answer so, nothing is half taken in, and health tells', async () => {
  const id = await addDocument()
  const before = (await callJson(listDocuments)).body.documents.length
  s3.behaviour.refuse = away
  expect(await upload()).toMatchObject({ status: 503, body: { error: { code: 'storage.unreachable' } } })
  expect((await original(id)).status).toBe(503)
  expect((await callJson(listDocuments)).body.documents).toHaveLength(before)
  forget('probe files')
  const health = await callJson(getHealth)
  expect(health.body.files).toEqual({ kind: 's3', reachable: false })
  expect(JSON.stringify(health.body)).not.toContain('stub')

  s3.behaviour.refuse = { status: 507, code: 'XMinioStorageFull' }
  expect(await upload()).toMatchObject({ status: 507, body: { error: { code: 'storage.full' } } })
  s3.behaviour.refuse = undefined
  expect(await upload()).toMatchObject({ status: 201 })
})

test('an upload is told as a fault of the store while its note cannot be read, and goes on afterwards', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const { uploadId } = await createUpload({ bytes: bytes.length })
  s3.behaviour.refuseWhen = ({ method, key }) =>
    method === 'GET' && key.endsWith('.info') ? { status: 404 } : null
  expect(await offsetOf(uploadId)).toBe(503)
  const refused = await sendPart({ uploadId, offset: 0, bytes })
  expect([refused.status, (await refused.json()).error.code]).toEqual([503, 'storage.refused'])
  s3.behaviour.refuseWhen = undefined
  expect((await sendPart({ uploadId, offset: 0, bytes })).status).toBe(200)
})

test('where the store lacks ListParts it is said in one line, and uploads go by the data folder', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  s3.behaviour.refuseWhen = ({ method, query }) =>
    method === 'GET' && query.has('uploadId') ? { status: 501, code: 'NotImplemented' } : null
  await tellWhatStoreLacks()
  const lines = said.mock.calls.map(([line]) => String(line))
  said.mockRestore()
  expect(lines).toEqual([
    expect.stringMatching(/^FILES_URL: S3, http:\/\/127[^ ]+ lacks ListParts, so .* data folder[^\n]*\.\n$/),
  ])
  const bytes = await sample('invoice.pdf', { unique: true })
  const { uploadId } = await createUpload({ bytes: bytes.length })
  await sendPart({ uploadId, offset: 0, bytes: bytes.slice(0, 100) })
  expect(await offsetOf(uploadId)).toBe(100)
  expect((await sendPart({ uploadId, offset: 100, bytes: bytes.slice(100) })).status).toBe(200)
  expect(s3.objects.has(`a/originals/doc_${uploadId}`)).toBe(true)
})

test('a store that can be read and not written is told by health', async () => {
  s3.behaviour.refuseWhen = ({ method }) => (method === 'PUT' ? { status: 403, code: 'AccessDenied' } : null)
  expect((await callJson(getHealth)).body.files).toEqual({ kind: 's3', reachable: false })
})
