import { expect, test } from 'vitest'
import { POST as cancel } from '@/app/api/documents/[documentId]/cancel/route'
import { GET as getOriginal } from '@/app/api/documents/[documentId]/original/route'
import { POST as retry } from '@/app/api/documents/[documentId]/retry/route'
import { DELETE, GET as getOne } from '@/app/api/documents/[documentId]/route'
import { GET as getThumbnail } from '@/app/api/documents/[documentId]/thumbnail/route'
import { GET as listDocuments } from '@/app/api/documents/route'
import { originalKey } from '@/lib/documents/intake/ingest'
import type { DocumentState } from '@/lib/documents/model/status'
import { fileStore } from '@/lib/files/stores'
import { saveSettings } from '@/lib/settings/store'
import { addPerson, call, callJson, receiptStep, signInAs } from '../support/desk'
import { bringTo, findRow, uploadOne } from '../support/documents'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'uploader' })

const list = async (search = '') => {
  const { status, body } = await callJson(listDocuments, { path: `/api/documents?${search}` })
  return { status, body, names: (body.documents ?? []).map((one: { name: string }) => one.name) }
}
const post = (handler: typeof retry, documentId: string) =>
  callJson(handler, { method: 'POST', params: { documentId } })
const remove = (documentId: string) => callJson(DELETE, { method: 'DELETE', params: { documentId } })

test('pages of the list follow each other without gap or repetition, newest first', async () => {
  const instant = new Date('2026-03-01T12:00:00.123Z')
  const names = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'e.pdf']
  for (const as of names) await bringTo(await uploadOne({ as }), { state: 'enqueued', receivedAt: instant })

  const seen: string[] = []
  let cursor = ''
  do {
    const { body, names: page } = await list(`limit=2&cursor=${cursor}`)
    expect(page.length).toBeLessThanOrEqual(2)
    seen.push(...page)
    cursor = body.nextCursor ?? ''
  } while (cursor)
  expect(seen.toSorted()).toEqual(names)
})

test('of documents named by their ids those come that the filter matches and the reader may see', async () => {
  const [failed, done] = [await uploadOne({ as: 'one.pdf' }), await uploadOne({ as: 'two.pdf' })]
  await bringTo(failed, { state: 'failed' })
  await bringTo(done, { state: 'done' })
  const ids = `ids=${failed},${done},doc_gone`
  expect((await list(ids)).names.toSorted()).toEqual(['one.pdf', 'two.pdf'])
  expect((await list(`state=failed&${ids}`)).names).toEqual(['one.pdf'])
  signInAs(await addPerson('uploader'))
  expect((await list(ids)).names).toEqual([])
  signInAs(desk.user)
  expect((await list(`ids=${Array.from({ length: 101 }, (_, at) => at).join()}`)).status).toBe(400)
})

test('days are cut in the organisation’s time zone, both ends included', async () => {
  // Santiago is three hours behind UTC in February: this is the last minute of the 28th there.
  await bringTo(await uploadOne({ as: 'last-minute.pdf' }), {
    state: 'done',
    receivedAt: new Date('2026-03-01T02:59:00.000Z'),
  })
  await bringTo(await uploadOne({ as: 'next-day.pdf' }), {
    state: 'done',
    receivedAt: new Date('2026-03-01T03:00:00.000Z'),
  })
  expect((await list('from=2026-02-28&to=2026-02-28')).names).toEqual(['last-minute.pdf'])
  expect((await list('from=2026-03-01&to=2026-03-01')).names).toEqual(['next-day.pdf'])
})

test('the list is narrowed by state, step and what was read; signs of patterns are taken as they are', async () => {
  const evidence = { _evidence: { total: { page: 1, text: 'nowhere else' } } }
  await bringTo(await uploadOne({ as: 'one 100%.pdf' }), {
    state: 'done',
    result: { supplier: { name: 'Panadería Ñuñoa' }, lines: [{ amount: 1234.5 }], ...evidence },
  })
  await bringTo(await uploadOne({ as: 'two_100.pdf', step: receiptStep }), { state: 'failed' })
  expect((await list('state=failed')).names).toEqual(['two_100.pdf'])
  expect((await list('state=failed,done')).names).toHaveLength(2)
  expect((await list(`step=${receiptStep}`)).names).toEqual(['two_100.pdf'])
  expect((await list('q=100%25')).names).toEqual(['two_100.pdf', 'one 100%.pdf'])
  expect((await list('q=two_1')).names).toEqual(['two_100.pdf'])
  expect((await list('q=panader%C3%ADa')).names).toEqual(['one 100%.pdf'])
  expect((await list('q=1234.5')).names).toEqual(['one 100%.pdf'])
  expect((await list('q=nowhere')).names).toEqual([])
})

test.each(['state=nonsense', 'from=2026-02-30', 'limit=0', 'limit=501', 'cursor=nonsense', 'q=a%00b'])(
  'the filter %s is refused with 400',
  async (search) => {
    expect(await list(search)).toMatchObject({ status: 400, body: { error: { code: 'request.invalid' } } })
  },
)

test('an uploader sees their own documents, an admin all, and an uploader all once an admin opens that', async () => {
  const documentId = await uploadOne({ as: 'mine.pdf' })
  const other = await addPerson('uploader')
  signInAs(other)
  expect((await list()).names).toEqual([])
  expect(await callJson(getOne, { params: { documentId } })).toMatchObject({
    status: 404,
    body: { error: { code: 'document.not_found' } },
  })
  for (const handler of [getOriginal, getThumbnail]) {
    expect((await call(handler, { params: { documentId } })).status).toBe(404)
  }
  for (const handler of [retry, cancel]) expect((await post(handler, documentId)).status).toBe(404)
  expect((await remove(documentId)).status).toBe(404)

  await saveSettings({ values: { uploadersSeeAll: true }, by: other.id })
  expect((await list()).names).toContain('mine.pdf')
  expect(await remove(documentId)).toMatchObject({ status: 403, body: { error: { code: 'auth.forbidden' } } })
  await saveSettings({ values: { uploadersSeeAll: false }, by: other.id })

  signInAs(await addPerson('admin'))
  expect((await list(`person=${desk.user.id}`)).names).toEqual(['mine.pdf'])
  expect((await remove(documentId)).status).toBe(200)
  signInAs(await addPerson('finance'))
  expect((await list()).status).toBe(403)
})

test('the page of a document tells its result, attempts and counted pages', async () => {
  const documentId = await uploadOne({ metadata: '{"invoice":"A-1"}' })
  await bringTo(documentId, { state: 'done', result: { total: 22.5 }, pages: 1 })
  const { body } = await callJson(getOne, { params: { documentId } })
  expect(body).toMatchObject({
    id: documentId,
    state: 'done',
    attempt: 1,
    executionId: `c${documentId}`,
    metadata: { invoice: 'A-1' },
    result: { total: 22.5 },
    validation: null,
    attempts: [{ number: 1, state: 'done', pagesCounted: 1 }],
    originalAvailable: true,
    sentWith: null,
  })
})

test('a retry sets a failed document waiting again without its old error, and asks for its submission', async () => {
  const documentId = await uploadOne()
  await bringTo(documentId, { state: 'failed', errorCode: 'upstream.failed' })
  const before = await findRow(documentId)
  const { status, body } = await post(retry, documentId)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    state: 'waiting',
    reason: 'queue',
    attempt: 1,
    error: null,
    sentAt: null,
    finishedAt: null,
  })
  expect(body.version).toBeGreaterThan(before?.version ?? Number.POSITIVE_INFINITY)
  const detail = await callJson(getOne, { params: { documentId } })
  expect(detail.body).toMatchObject({
    executionId: null,
    attempts: [{ state: 'failed', error: { code: 'upstream.failed' } }],
  })
})

const verdicts: [DocumentState, number, number, number][] = [
  // state, retry, cancel, delete
  ['waiting', 409, 200, 200],
  ['sending', 409, 409, 409],
  ['uncertain', 200, 200, 200],
  ['enqueued', 409, 200, 200],
  ['processing', 409, 200, 200],
  ['done', 409, 409, 200],
  ['failed', 200, 409, 200],
  ['cancelled', 200, 409, 200],
]
test.each(verdicts)('%s: retry %i, cancel %i, delete %i', async (state, onRetry, onCancel, onDelete) => {
  const verdict = async (
    act: (id: string) => Promise<{ status: number; body: { error?: { code: string } } }>,
  ) => {
    const documentId = await uploadOne()
    await bringTo(documentId, { state })
    const { status, body } = await act(documentId)
    if (status === 409) expect(body).toMatchObject({ error: { code: 'document.state_forbids', state } })
    return status
  }
  expect(await verdict((id) => post(retry, id))).toBe(onRetry)
  expect(await verdict((id) => post(cancel, id))).toBe(onCancel)
  expect(await verdict(remove)).toBe(onDelete)
})

test('a cancelled document that the upstream works on is still looked after, one that only waited is not', async () => {
  const processing = await uploadOne()
  await bringTo(processing, { state: 'processing' })
  await post(cancel, processing)
  expect(await findRow(processing)).toMatchObject({ state: 'cancelled', nextTryAt: expect.any(Date) })
  const waiting = await uploadOne()
  await post(cancel, waiting)
  expect(await findRow(waiting)).toMatchObject({ state: 'cancelled', nextTryAt: null })
})

test('a removed document is gone with its file, may be sent again, and will not be submitted', async () => {
  const documentId = await uploadOne()
  await remove(documentId)
  expect(await fileStore().findBytes(originalKey(documentId))).toBeNull()
  expect((await callJson(getOne, { params: { documentId } })).status).toBe(404)
  expect((await list()).names).toEqual([])
  expect(await findRow(documentId)).toMatchObject({ state: 'cancelled', fileKey: null, nextTryAt: null })
})

test('the file of a removed document stays until the upstream has ended with it', async () => {
  const { sweepUploads } = await import('@/lib/documents/intake/sweep')
  const documentId = await uploadOne()
  await bringTo(documentId, { state: 'uncertain' })
  await remove(documentId)
  await sweepUploads()
  expect(await fileStore().findBytes(originalKey(documentId))).not.toBeNull()
  await bringTo(documentId, { state: 'failed' })
  await sweepUploads()
  expect(await fileStore().findBytes(originalKey(documentId))).toBeNull()
})
