import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { GET as getDocument } from '@/app/api/documents/[documentId]/route'
import { POST } from '@/app/api/documents/route'
import { db } from '@/lib/db/client'
import { findNextSubmission } from '@/lib/documents/lifecycle/submit-store'
import { getSettings } from '@/lib/env'
import { steps } from '@/lib/steps/tables'
import type { FixtureName } from '../../fixtures/fixture'
import {
  addPerson,
  call,
  callJson,
  invoiceStep,
  receiptStep,
  sample,
  signInAs,
  uploadForm,
} from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'uploader' })

const upload = (content: Parameters<typeof uploadForm>[0]) =>
  callJson(POST, { method: 'POST', path: '/api/documents', body: uploadForm(content) })

const one = async (
  name: FixtureName,
  fields: Record<string, string> = { step: invoiceStep },
  as: string = name,
) => upload({ files: [{ name: as, bytes: await sample(name) }], fields })

const leftovers = async () => {
  const files = path.join(getSettings().INTRAY_DATA_DIR, 'files')
  const list = (folder: string) => readdir(path.join(files, folder)).catch(() => [])
  return { incoming: await list('incoming'), originals: await list('originals') }
}

test('a PDF becomes a waiting document with its true size, hash, type and pages', async () => {
  const sent = await sample('eighteen-pages.pdf')
  const { status, body } = await one('eighteen-pages.pdf', { step: invoiceStep, metadata: '{"poster":"ñ"}' })
  expect(status).toBe(201)
  expect(body.refused).toEqual([])
  expect(body.documents[0]).toMatchObject({
    name: 'eighteen-pages.pdf',
    bytes: sent.length,
    contentType: 'application/pdf',
    pages: 18,
    step: { id: invoiceStep, name: 'Invoice Processing' },
    state: 'waiting',
    reason: 'queue',
    attempt: 0,
    confirmedBy: 'desk',
    uploadedBy: { id: desk.user.id },
  })
  const documentId = body.documents[0].id
  const detail = await callJson(getDocument, { params: { documentId } })
  expect(detail.body).toMatchObject({
    metadata: { poster: 'ñ' },
    originalAvailable: true,
    sentWith: null,
    result: null,
    attempts: [],
  })
  expect(detail.body.sha256).toBe(createHash('sha256').update(sent).digest('hex'))
  expect(await findNextSubmission()).toEqual(expect.any(Date))
})

test('several files in one request are each accepted or refused for themselves', async () => {
  const files = await Promise.all(
    (
      [
        'receipt.jpg',
        'zip-named.pdf',
        'user-password.pdf',
        'pdf-named.jpg',
        'receipt.tif',
        'receipt.bmp',
      ] as const
    ).map(async (name) => ({ name, bytes: await sample(name) })),
  )
  const { status, body } = await upload({
    files: [...files, { name: 'zero-byte.pdf', bytes: new Uint8Array() }],
    fields: { step: receiptStep },
  })
  expect(status).toBe(201)
  expect(
    body.documents.map((one: { name: string; contentType: string }) => [one.name, one.contentType]),
  ).toEqual([
    ['receipt.jpg', 'image/jpeg'],
    ['pdf-named.jpg', 'application/pdf'],
    ['receipt.tif', 'image/tiff'],
    ['receipt.bmp', 'image/bmp'],
  ])
  expect(body.refused.map((one: { name: string; code: string }) => [one.name, one.code])).toEqual([
    ['zip-named.pdf', 'upload.unsupported_type'],
    ['user-password.pdf', 'upload.password_protected'],
    ['zero-byte.pdf', 'upload.empty'],
  ])
  expect((await leftovers()).incoming).toEqual([])
})

test.each<[FixtureName, number, string]>([
  ['zip-named.pdf', 415, 'upload.unsupported_type'],
  ['user-password.pdf', 422, 'upload.password_protected'],
])('%s alone is answered %i %s in the words of the caller', async (name, status, code) => {
  const response = await callJson(POST, {
    method: 'POST',
    headers: { 'accept-language': 'es-CL' },
    body: uploadForm({ files: [{ name, bytes: await sample(name) }], fields: { step: invoiceStep } }),
  })
  expect(response.status).toBe(status)
  expect(response.body).toMatchObject({ error: { code }, documents: [], refused: [{ name, code }] })
  expect(response.body.error.message).toMatch(/No se contó ninguna página/)
})

test.each<FixtureName>(['owner-password.pdf', 'with-scripts.pdf', 'blank-page.pdf', 'damaged-stream.pdf'])(
  '%s is accepted',
  async (name) => {
    expect((await one(name)).status).toBe(201)
  },
)

test('fields may come after the files, and a name of any script is kept', async () => {
  const name = 'Factura Nº 42 – ñandú & Ελληνικά 請求書 (copia).pdf'
  const boundary = 'x-boundary-x'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const tail = `\r\n--${boundary}\r\nContent-Disposition: form-data; name="step"\r\n\r\n${receiptStep}\r\n--${boundary}--\r\n`
  const { status, body } = await callJson(POST, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: new Blob([head, await sample('invoice.pdf', { unique: true }), tail]),
  })
  expect(status).toBe(201)
  expect(body.documents[0]).toMatchObject({ name, step: { id: receiptStep } })
})

test('an unknown step, or none where there are several, is refused with 422', async () => {
  expect(await one('receipt.png', { step: 'c-no-such-step' })).toMatchObject({
    status: 422,
    body: { error: { code: 'step.unknown' } },
  })
  expect(await one('receipt.png', {})).toMatchObject({
    status: 422,
    body: { error: { code: 'step.unknown' } },
  })
})

test('where there is only one step, none need be named', async () => {
  const hide = (hiddenAt: Date | null) =>
    db().update(steps).set({ hiddenAt }).where(eq(steps.id, receiptStep))
  await hide(new Date())
  const { status, body } = await one('receipt.png', {})
  await hide(null)
  expect([status, body.documents[0]?.step.id]).toEqual([201, invoiceStep])
})

test('metadata that is no JSON object is refused with 400', async () => {
  const { status, body } = await one('receipt.png', { step: invoiceStep, metadata: '[1]' })
  expect(status).toBe(400)
  expect(body.error.code).toBe('upload.metadata_invalid')
})

test('a form without a file and a body that is no form are refused', async () => {
  expect(await upload({ fields: { step: invoiceStep } })).toMatchObject({
    status: 400,
    body: { error: { code: 'upload.no_file' } },
  })
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  expect(await callJson(POST, json)).toMatchObject({
    status: 415,
    body: { error: { code: 'request.unsupported_type' } },
  })
})

test('more files than one request may hold are refused, not left out in silence', async () => {
  const files = Array.from({ length: 501 }, (_, index) => ({
    name: `${index}.pdf`,
    bytes: new Uint8Array(1),
  }))
  const { status, body } = await upload({ files, fields: { step: invoiceStep } })
  expect([status, body.error.code]).toEqual([400, 'request.invalid'])
  expect((await leftovers()).incoming).toEqual([])
})

test('the same file for the same step is refused with 409 and the earlier document, unless allowed', async () => {
  const first = await one('receipt.webp')
  const earlier = first.body.documents[0].id
  const again = await one('receipt.webp', { step: invoiceStep }, 'renamed.webp')
  expect(again.status).toBe(409)
  expect(again.body).toMatchObject({
    error: { code: 'document.duplicate', duplicateOf: earlier },
    refused: [{ name: 'renamed.webp', code: 'document.duplicate', duplicateOf: earlier }],
  })
  expect((await one('receipt.webp', { step: receiptStep })).status).toBe(201)
  expect((await one('receipt.webp', { step: invoiceStep, duplicate: 'allow' })).status).toBe(201)
})

test("another person's copy is refused without telling which document it is", async () => {
  await one('receipt.gif')
  signInAs(await addPerson('uploader'))
  const { status, body } = await one('receipt.gif')
  expect(status).toBe(409)
  expect(body.error.duplicateOf).toBeUndefined()
  expect(body.refused[0].duplicateOf).toBeUndefined()
})

test('of two copies arriving at the same moment one is accepted', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const before = (await leftovers()).originals.length
  const answers = await Promise.all(
    [1, 2, 3, 4].map((copy) =>
      upload({ files: [{ name: `${copy}.pdf`, bytes }], fields: { step: invoiceStep } }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  expect((await leftovers()).originals).toHaveLength(before + 1)
})

test('nobody, and finance, may not upload; a foreign page may not either', async () => {
  const form = { method: 'POST', body: uploadForm({ fields: { step: invoiceStep } }) }
  signInAs(null)
  expect((await callJson(POST, form)).status).toBe(401)
  signInAs(await addPerson('finance'))
  expect((await callJson(POST, form)).status).toBe(403)
  const foreign = await callJson(POST, { ...form, headers: { origin: 'https://elsewhere.test' } })
  expect(foreign).toMatchObject({ status: 403, body: { error: { code: 'request.foreign_origin' } } })
})

test('a client that goes away in the middle leaves nothing behind', async () => {
  const before = await leftovers()
  const boundary = 'b'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`
  const parts = [new TextEncoder().encode(head), new Uint8Array(3_000_000)]
  const body = new ReadableStream({
    pull(controller) {
      const part = parts.shift()
      if (part) controller.enqueue(part)
      else controller.error(new Error('socket hang up'))
    },
  })
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const { status, body: answer } = await callJson(POST, { method: 'POST', headers, body })
  expect(status).toBe(400)
  expect(answer.error.code).toBe('upload.incomplete')
  expect(await leftovers()).toEqual(before)
})

test('a body that ends before its form does is refused as incomplete', async () => {
  const whole = await new Response(
    uploadForm({ files: [{ name: 'a.pdf', bytes: await sample('eighteen-pages.pdf') }] }),
  ).blob()
  const headers = { 'content-type': whole.type }
  const cut = await callJson(POST, { method: 'POST', headers, body: whole.slice(0, 900_000) })
  expect(cut).toMatchObject({ status: 400, body: { error: { code: 'upload.incomplete' } } })
  expect((await leftovers()).incoming).toEqual([])
})

test('a file of exactly the limit passes the size check and one byte more is refused with 413', async () => {
  const limit = 104_857_600
  const form = (bytes: number) => {
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="big.pdf"\r\n\r\n'
    const tail = `\r\n--b\r\nContent-Disposition: form-data; name="step"\r\n\r\n${invoiceStep}\r\n--b--\r\n`
    return new Blob([head, new Uint8Array(bytes), tail])
  }
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  const over = await callJson(POST, { method: 'POST', headers, body: form(limit + 1) })
  expect(over).toMatchObject({ status: 413, body: { error: { code: 'upload.too_large' } } })
  const exact = await callJson(POST, { method: 'POST', headers, body: form(limit) })
  expect(exact).toMatchObject({ status: 415, body: { error: { code: 'upload.unsupported_type' } } })
  expect((await leftovers()).incoming).toEqual([])
})

test('what is stored is byte for byte what was sent', async () => {
  const bytes = await sample('invoice.pdf', { unique: true })
  const { body } = await upload({ files: [{ name: 'a.pdf', bytes }], fields: { step: invoiceStep } })
  const { GET } = await import('@/app/api/documents/[documentId]/original/route')
  const original = await call(GET, { params: { documentId: body.documents[0].id } })
  expect(new Uint8Array(await original.arrayBuffer())).toEqual(bytes)
})
