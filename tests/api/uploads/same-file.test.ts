import { createHash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { Upload } from 'tus-js-client'
import { expect, test } from 'vitest'
import { POST as postOutcome } from '@/app/api/uploads/[uploadId]/outcome/route'
import { HEAD } from '@/app/api/uploads/[uploadId]/route'
import { sweepUploads } from '@/lib/documents/intake/sweep'
import { findSummaries } from '@/lib/documents/read/summary-store'
import { uploadFolder } from '@/lib/files/uploads'
import { addPerson, call, callJson, invoiceStep, sample, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'
import { createUpload, offsetOf, sendPart, tusHeaders } from '../support/tus-client'
import { createTusStack } from '../support/tus-stack'

setUpDesk({ role: 'uploader' })

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes)

function askState(uploadId: string, headers: Record<string, string> = {}) {
  const path = `/api/uploads/${uploadId}`
  return call(HEAD, {
    path,
    method: 'HEAD',
    params: { uploadId },
    headers: { ...tusHeaders, 'want-repr-digest': 'sha-256=10', ...headers },
  })
}

test('who goes on is told the hash of what has arrived, and nobody else is', async () => {
  const bytes = new Uint8Array(randomBytes(3000))
  const { uploadId } = await createUpload({ bytes: 5000 })
  await sendPart({ uploadId, offset: 0, bytes: bytes.slice(0, 1000) })
  await sendPart({ uploadId, offset: 1000, bytes: bytes.slice(1000) })
  const state = await askState(uploadId)
  expect(state.headers.get('upload-offset')).toBe('3000')
  expect(state.headers.get('repr-digest')).toBe(`sha-256=:${sha256(bytes).digest('base64')}:`)
  expect((await askState(uploadId, { 'want-repr-digest': '' })).headers.get('repr-digest')).toBeNull()
  signInAs(await addPerson('uploader'))
  const stranger = await askState(uploadId)
  expect([stranger.status, stranger.headers.get('repr-digest')]).toEqual([404, null])
})

test('an upload that went on with another file of that name is refused, and nothing of it is kept', async () => {
  const march = await sample('invoice.pdf', { unique: true })
  const april = await sample('invoice.pdf', { unique: true })
  const announced = { sha256: sha256(march).digest('hex') }
  const { uploadId } = await createUpload({ bytes: march.length, metadata: announced })
  const half = Math.floor(march.length / 2)
  await sendPart({ uploadId, offset: 0, bytes: march.slice(0, half) })
  const last = await sendPart({ uploadId, offset: half, bytes: april.slice(half) })
  expect([last.status, (await last.json()).error.code]).toEqual([422, 'upload.checksum_mismatch'])
  expect((await readdir(uploadFolder())).filter((name) => name.startsWith(uploadId))).toEqual([])
  expect(await findSummaries([`doc_${uploadId}`])).toEqual([])
  const later = await callJson(postOutcome, {
    method: 'POST',
    params: { uploadId },
    headers: { 'content-type': 'application/json' },
    body: '{"duplicate":"allow"}',
  })
  expect(later).toMatchObject({ status: 404, body: { error: { code: 'upload.not_found' } } })
  await sweepUploads()
  expect(await findSummaries([`doc_${uploadId}`])).toEqual([])
})

test('a file whose bytes are those that were announced is taken in', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const metadata = { sha256: sha256(bytes).digest('hex') }
  const { uploadId } = await createUpload({ bytes: bytes.length, metadata })
  expect((await sendPart({ uploadId, offset: 0, bytes })).status).toBe(200)
})

test('a hash that is none is refused before the first byte', async () => {
  const { response } = await createUpload({ bytes: 10, metadata: { sha256: 'ABC' } })
  expect([response.status, (await response.json()).error.code]).toEqual([400, 'request.invalid'])
})

/** tus-js-client as it comes, which keeps where it was in `url`. */
function sendByStock({ bytes, url }: { bytes: Uint8Array; url?: string }) {
  const { stack, sent } = createTusStack()
  return new Promise<{ sent: string[]; outcome: 'success' | 'error'; url: string | null }>((resolve) => {
    const end = (outcome: 'success' | 'error') => resolve({ sent, outcome, url: upload.url })
    const upload = new Upload(Buffer.from(bytes), {
      endpoint: '/api/uploads',
      httpStack: stack,
      ...(url ? { uploadUrl: url } : {}),
      retryDelays: [0, 0],
      metadata: { filename: 'a.pdf', step: invoiceStep },
      onSuccess: () => end('success'),
      onError: () => end('error'),
    })
    upload.start()
  })
}

test('a stock client is told a refusal as an error, also when it comes back later', async () => {
  const bytes = await sample('zip-named.pdf')
  const first = await sendByStock({ bytes })
  expect(first).toMatchObject({ outcome: 'error', sent: ['POST 201', 'PATCH 415'] })
  const again = await sendByStock({ bytes, url: first.url ?? '' })
  expect(again).toMatchObject({ outcome: 'error', sent: ['HEAD 410', 'POST 201', 'PATCH 415'] })
})

test('a stock client is told a duplicate as an error, and a file that was taken in as a success', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const first = await sendByStock({ bytes })
  expect(first).toMatchObject({ outcome: 'success', sent: ['POST 201', 'PATCH 200'] })
  expect(await sendByStock({ bytes, url: first.url ?? '' })).toMatchObject({
    outcome: 'success',
    sent: ['HEAD 200'],
  })
  const copy = await sendByStock({ bytes })
  expect(copy).toMatchObject({ outcome: 'error', sent: ['POST 201', 'PATCH 422'] })
  expect(await offsetOf(copy.url?.split('/').at(-1) ?? '')).toBe(410)
})
