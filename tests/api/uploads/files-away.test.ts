import { beforeEach, expect, test } from 'vitest'
import { GET as getOriginal } from '@/app/api/documents/[documentId]/original/route'
import { GET as listDocuments, POST } from '@/app/api/documents/route'
import { GET as getHealth } from '@/app/api/health/route'
import { forget } from '@/lib/once'
import { call, callJson, invoiceStep, sample, uploadForm } from '../support/desk'
import { addDocument, readDocument, submitNow } from '../support/pumps'
import { s3 } from '../support/s3'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'

const away = { status: 503, code: 'ServiceUnavailable' }
setUpDesk({ role: 'uploader' })
beforeEach(() => {
  s3.behaviour.refuse = undefined
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
