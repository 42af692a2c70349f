import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { GET as getOutcome, POST as postOutcome } from '@/app/api/uploads/[uploadId]/outcome/route'
import { sweepUploads } from '@/lib/documents/intake/sweep'
import { submitDue } from '@/lib/documents/lifecycle/submit'
import { findSummaries } from '@/lib/documents/read/summary-store'
import { uploadLifeMs } from '@/lib/files/upload-store'
import type { ScriptProcess } from '../../support/script-process'
import { addPerson, callJson, type Desk, openDesk, sample, signInAs } from '../support/desk'
import { uploadOne } from '../support/documents'
import { problem } from '../support/postgres'
import { s3 } from '../support/s3'
import { createUpload, endUpload, offsetOf, sendPart } from '../support/tus-client'
import { upstream } from '../support/upstream'
import { startWebProcess } from '../support/web-process'

const megabytes = 1024 * 1024

/** What a process remembers is in its globals: without them, the next request meets another process. */
function meetAnotherProcess(): void {
  const globals = globalThis as Record<string, unknown>
  delete globals.intrayUploads
  delete globals.intrayFileStore
}

/** A valid PDF of about so many bytes. */
async function pdfOf(bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const head = await sample('invoice.pdf', { unique: true })
  return new Uint8Array(Buffer.concat([head, Buffer.alloc(bytes - head.length, '%\n')]))
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe.skipIf(problem)(problem ? `two web processes: ${problem}` : 'two web processes', () => {
  let desk: Desk | undefined
  let webs: ScriptProcess[]
  let uploader: Awaited<ReturnType<typeof addPerson>>

  beforeAll(async () => {
    // An empty database: whoever is first makes the tables and the administrator, and the other waits.
    webs = ['a', 'b'].map((name) =>
      startWebProcess({
        INTRAY_DATA_DIR: mkdtempSync(path.join(tmpdir(), `intray-web-${name}-`)),
        INTRAY_ADMIN_EMAIL: 'admin@desk.test',
        INTRAY_ADMIN_PASSWORD: 'correct-horse-battery',
      }),
    )
    await Promise.all(webs.map((web) => web.untilPrinted('ready')))
    desk = await openDesk()
    uploader = await addPerson('uploader')
  }, 120_000)
  beforeEach(() => {
    vi.useRealTimers()
    signInAs(uploader)
    s3.behaviour.refuse = undefined
  })
  afterAll(async () => {
    await Promise.all(webs.map((web) => web.stop()))
    await desk?.close()
  })

  test('every document is sent once and both hear of its way', async () => {
    const ids: string[] = []
    for (let count = 0; count < 8; count++) ids.push(await uploadOne())
    await Promise.all([submitDue(), submitDue()])
    for (const web of webs) {
      for (const id of ids) await web.untilPrinted(`heard ${id} done`)
    }
    expect(upstream.calls.submit).toBe(8)
  })

  test('an upload begun at one is continued and finished at the other, byte for byte', async () => {
    const bytes = await pdfOf(12 * megabytes)
    const { uploadId } = await createUpload({ bytes: bytes.length })
    const first = 7 * megabytes
    expect((await sendPart({ uploadId, offset: 0, bytes: bytes.slice(0, first) })).status).toBe(204)
    meetAnotherProcess()
    expect(await offsetOf(uploadId)).toBe(first)
    expect((await sendPart({ uploadId, offset: 3, bytes: bytes.slice(3) })).status).toBe(409)
    const last = await sendPart({ uploadId, offset: first, bytes: bytes.slice(first) })
    expect(last.status).toBe(200)
    expect(await last.json()).toMatchObject({ documents: [{ id: `doc_${uploadId}`, bytes: bytes.length }] })

    const stored = s3.objects.get(`a/originals/doc_${uploadId}`)
    expect(stored && sha256(stored.bytes)).toBe(sha256(bytes))
    const leftovers = [...s3.objects.keys(), ...s3.uploads.keys()].filter((key) => key.includes('uploads/'))
    expect(leftovers).toEqual([])
    meetAnotherProcess()
    expect(await offsetOf(uploadId)).toBe(bytes.length)
  })

  test('two requests for one upload have their turns, and its document is made once', async () => {
    const bytes = await pdfOf(2 * megabytes)
    const { uploadId } = await createUpload({ bytes: bytes.length })
    const part = { uploadId, offset: 0, bytes }
    const answers = await Promise.all([sendPart(part), sendPart(part)])
    expect(answers.map((answer) => answer.status).sort()).toContain(200)
    const outcomes = await Promise.all([1, 2].map(() => callJson(getOutcome, { params: { uploadId } })))
    for (const outcome of outcomes) expect(outcome.status).toBe(201)
    expect(await findSummaries([`doc_${uploadId}`])).toHaveLength(1)
  })

  test('a duplicate refused at one can be allowed at the other without sending it again', async () => {
    const bytes = await pdfOf(1 * megabytes)
    const first = await createUpload({ bytes: bytes.length })
    expect((await sendPart({ ...first, offset: 0, bytes })).status).toBe(200)
    const second = await createUpload({ bytes: bytes.length })
    expect((await sendPart({ ...second, offset: 0, bytes })).status).toBe(422)
    meetAnotherProcess()
    const allowed = await callJson(postOutcome, {
      method: 'POST',
      params: { uploadId: second.uploadId },
      body: JSON.stringify({ duplicate: 'allow' }),
    })
    expect(allowed).toMatchObject({ status: 201, body: { documents: [{ id: `doc_${second.uploadId}` }] } })
  })

  test('an upload given up leaves nothing, nor does one nobody came back for after a day', async () => {
    const bytes = await pdfOf(6 * megabytes)
    const given = await createUpload({ bytes: bytes.length })
    await sendPart({ ...given, offset: 0, bytes: bytes.slice(0, 5.5 * megabytes) })
    expect((await endUpload(given.uploadId)).status).toBe(204)
    expect(await offsetOf(given.uploadId)).toBe(404)

    const forgotten = await createUpload({ bytes: bytes.length })
    await sendPart({ ...forgotten, offset: 0, bytes: bytes.slice(0, 1000) })
    await sweepUploads()
    expect(await offsetOf(forgotten.uploadId)).toBe(1000)
    vi.useFakeTimers({ now: Date.now() + uploadLifeMs + 1000, toFake: ['Date'] })
    await sweepUploads()
    vi.useRealTimers()
    expect(s3.uploads.size).toBe(0)
    expect([...s3.objects.keys()].filter((key) => key.includes('uploads/'))).toEqual([])
  })

  test('while the store is away an upload is refused with a reason, and goes on when it is back', async () => {
    const bytes = await pdfOf(6 * megabytes)
    const { uploadId } = await createUpload({ bytes: bytes.length })
    s3.behaviour.refuse = { status: 503, code: 'ServiceUnavailable' }
    const refused = await sendPart({ uploadId, offset: 0, bytes })
    expect(refused.status).toBe(503)
    expect(await refused.json()).toMatchObject({ error: { code: 'storage.unreachable' } })
    expect(await findSummaries([`doc_${uploadId}`])).toEqual([])
    s3.behaviour.refuse = undefined
    const offset = await offsetOf(uploadId)
    const again = await sendPart({ uploadId, offset, bytes: bytes.slice(offset) })
    expect(again.status).toBe(200)
  })
})
