import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { submitDue } from '@/lib/documents/lifecycle/submit'
import { trackDue } from '@/lib/documents/lifecycle/track'
import { getDocument } from '@/lib/documents/read/get-document'
import { attempts, documents } from '@/lib/documents/tables'
import { startWorkers } from '@/lib/jobs/workers'
import { beginAnew } from '../support/begin-anew'
import { addDocument, readDocument, submitNow, trackNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'
import { broken } from '../support/upstream-answers'

const desk = setUpDesk({ role: 'uploader' })

const { behaviour, executions } = upstream

beforeEach(() => beginAnew(upstream))

test('an upstream that is away lets everything wait, and a ping tells when it is back', async () => {
  const id = await addDocument()
  await submitNow()
  const waiting = await addDocument()
  await upstream.goAway()
  await submitNow()
  await trackNow()
  expect(await readDocument(waiting)).toMatchObject({
    state: 'waiting',
    reason: 'outage',
    current: { errorCode: 'upstream.unreachable' },
  })
  expect(await readDocument(id)).toMatchObject({ state: 'enqueued', failedTries: 0 })
  await upstream.comeBack()
  await submitNow()
  expect(await readDocument(waiting)).toMatchObject({ state: 'enqueued', attempt: 1 })
  await trackNow()
  expect(await readDocument(id)).toMatchObject({ state: 'processing' })
})

test('an execution the upstream does not know any more fails after three such answers', async () => {
  const id = await addDocument()
  await submitNow()
  behaviour.refuseStatus = () => ({ status: 404, body: { message: 'Execution not found' } })
  await trackNow()
  await trackNow()
  expect(await readDocument(id)).toMatchObject({ state: 'enqueued', failedTries: 2 })
  await trackNow()
  expect(await readDocument(id)).toMatchObject({
    state: 'failed',
    current: { errorCode: 'upstream.execution_gone' },
    lines: [{ counted: false, why: 'upstream.execution_gone' }],
  })
})

test('status answers that are broken or cannot be read change nothing', async () => {
  const id = await addDocument()
  await submitNow()
  for (const answer of [
    broken,
    { status: 200, body: '<html>' },
    { status: 200, body: { status: 'MAYBE' } },
  ]) {
    behaviour.refuseStatus = () => answer
    await trackNow()
  }
  expect(await readDocument(id)).toMatchObject({ state: 'enqueued', failedTries: 0 })
  behaviour.refuseStatus = undefined
  await trackNow()
  await trackNow()
  expect(await readDocument(id)).toMatchObject({ state: 'done', current: { total: 12.5 } })
})

test.each([
  ['behind', -5 * 60_000],
  ['ahead', 5 * 60_000],
])(
  'stages follow one another where the clock of the upstream is %s; the ledger keeps its time',
  async (_, clockOffMs) => {
    behaviour.clockOffMs = clockOffMs
    const id = await addDocument()
    await submitNow()
    await trackNow()
    await trackNow()
    const told = await getDocument({ user: desk.user, id })
    expect(told.state).toBe('done')
    const { receivedAt, sentAt, enqueuedAt, processingAt, finishedAt } = told
    const stages = [receivedAt, sentAt, enqueuedAt, processingAt, finishedAt, new Date().toISOString()]
    expect(stages).toEqual([...stages].sort())
    const [attempt] = told.attempts
    const ofAttempt = [attempt?.startedAt, attempt?.sentAt, attempt?.enqueuedAt, attempt?.processingAt]
    expect([...ofAttempt, attempt?.finishedAt]).toEqual([...ofAttempt, attempt?.finishedAt].sort())
    const { lines, current } = await readDocument(id)
    expect(lines[0]?.occurredAt).toEqual(new Date(executions[0]?.finishedAt ?? 0))
    expect(current?.finishedAt?.toISOString()).toBe(finishedAt)
  },
)

test('processing without an end is given up after 65 minutes, but only on the word of the upstream', async () => {
  behaviour.pollsUntilDone = 1000
  const id = await addDocument()
  await submitNow()
  await trackNow()
  const longAgo = new Date(Date.now() - 66 * 60_000)
  await db().update(attempts).set({ processingAt: longAgo }).where(eq(attempts.documentId, id))
  behaviour.refuseStatus = () => broken
  await trackNow()
  expect(await readDocument(id)).toMatchObject({ state: 'processing' })
  behaviour.refuseStatus = undefined
  await trackNow()
  expect(await readDocument(id)).toMatchObject({
    state: 'failed',
    current: { errorCode: 'upstream.timed_out' },
  })
})

test('a document cancelled after it was sent stays cancelled, and its pages are in the ledger', async () => {
  const id = await addDocument()
  await submitNow()
  await db().update(documents).set({ state: 'cancelled', finishedAt: new Date() }).where(eq(documents.id, id))
  await trackNow()
  await db().update(documents).set({ nextTryAt: new Date() }).where(eq(documents.id, id))
  await trackNow()
  expect(await readDocument(id)).toMatchObject({
    state: 'cancelled',
    nextTryAt: null,
    lines: [{ counted: true, why: 'succeeded_after_cancel', pages: 3 }],
  })
})

test('two looks at the same moment send and settle each document once', async () => {
  const ids: string[] = []
  for (let count = 0; count < 6; count++) ids.push(await addDocument())
  await Promise.all([submitDue(), submitDue()])
  expect(executions).toHaveLength(6)
  for (let look = 0; look < 3; look++) await Promise.all([trackNow(), trackNow()])
  for (const id of ids) {
    expect(await readDocument(id)).toMatchObject({ state: 'done', lines: [{ counted: true }] })
  }
})

test('a lone document is woken for: it does not wait for the regular look at the queue', async () => {
  await startWorkers({ submit: submitDue, track: trackDue })
  const id = await addDocument({ contentType: 'image/png' })
  await vi.waitFor(async () => expect((await readDocument(id)).state).toBe('enqueued'), { timeout: 5000 })
  await vi.waitFor(async () => expect((await readDocument(id)).state).toBe('done'), { timeout: 15_000 })
})
