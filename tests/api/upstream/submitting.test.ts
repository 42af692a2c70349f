import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { submitDue } from '@/lib/documents/lifecycle/submit'
import { trackDue } from '@/lib/documents/lifecycle/track'
import { attempts } from '@/lib/documents/tables'
import { getSettings } from '@/lib/env'
import { saveSettings } from '@/lib/settings/store'
import { eventually } from '@/tests/support/eventually'
import { beginAnew } from '../support/begin-anew'
import { addDocument, readDocument, submitNow, trackNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'
import { broken, rateLimited } from '../support/upstream-answers'

const desk = setUpDesk({ role: 'uploader' })

const { behaviour, calls, executions } = upstream

beforeEach(() => beginAnew(upstream))

test('a document is sent once with its bytes and our ids, followed to its end, and counted', async () => {
  const id = await addDocument()
  await submitNow()
  const sent = await readDocument(id)
  expect(sent).toMatchObject({ state: 'enqueued', attempt: 1, confirmedBy: 'submit' })
  expect(executions).toHaveLength(1)
  expect(executions[0]).toMatchObject({
    bytes: sent.bytes,
    key: sent.current?.key,
    metadata: { poster: 'ñandú', intray: { document: id, attempt: sent.current?.key } },
  })

  await trackNow()
  expect(await readDocument(id)).toMatchObject({ state: 'processing', confirmedBy: 'poll', lines: [] })
  await trackNow()
  const done = await readDocument(id)
  expect(done).toMatchObject({
    state: 'done',
    nextTryAt: null,
    finishedAt: new Date(executions[0]?.finishedAt ?? 0),
    current: { state: 'done', result: { total: '12.50' }, executionId: executions[0]?.id },
  })
  expect(done.lines).toMatchObject([{ pages: 3, counted: true, why: 'succeeded', attempt: 1 }])
  expect(calls.submit).toBe(1)
})

test('a failed execution fails the document with the words of the upstream and counts no page', async () => {
  behaviour.error = 'No pude leer el documento'
  const id = await addDocument()
  await submitNow()
  await trackNow()
  await trackNow()
  const failed = await readDocument(id)
  expect(failed).toMatchObject({
    state: 'failed',
    current: { errorCode: 'upstream.failed', errorDetail: 'No pude leer el documento' },
  })
  expect(failed.lines).toMatchObject([{ counted: false, why: 'upstream.failed' }])
})

test('a submission that is refused fails with the reason, and is not sent again', async () => {
  behaviour.refuse = () => ({
    status: 400,
    body: { message: 'Validation error', errors: ['Unsupported file'] },
  })
  const id = await addDocument()
  await submitNow()
  await submitNow()
  expect(await readDocument(id)).toMatchObject({
    state: 'failed',
    current: { errorCode: 'upstream.refused', errorDetail: 'Validation error: Unsupported file' },
    lines: [{ counted: false, why: 'upstream.refused' }],
  })
  expect(calls.submit).toBe(1)
})

test('a step the upstream does not know fails as such', async () => {
  behaviour.refuse = () => ({ status: 404, body: { message: 'Step not found or access denied' } })
  const id = await addDocument()
  await submitNow()
  expect(await readDocument(id)).toMatchObject({ state: 'failed', current: { errorCode: 'step.unknown' } })
})

test('a 429 puts the document back in line, and nobody calls before its time', async () => {
  behaviour.refuse = () => rateLimited
  const ids = [await addDocument(), await addDocument()]
  const before = Date.now()
  await submitDue()
  for (const id of ids) {
    const waiting = await readDocument(id)
    expect(waiting).toMatchObject({ state: 'waiting', reason: 'rate', attempt: 1 })
    expect(waiting.nextTryAt?.getTime()).toBeGreaterThanOrEqual(before + 7000)
  }
  const callsSoFar = calls.submit
  ids.push(await addDocument())
  await submitDue()
  expect(calls.submit).toBe(callsSoFar)

  behaviour.refuse = undefined
  await submitNow()
  for (const id of ids) expect(await readDocument(id)).toMatchObject({ state: 'enqueued', attempt: 1 })
  expect(executions).toHaveLength(3)
})

test('a spent quota lets documents wait for pages, while sent ones are followed', async () => {
  const sent = await addDocument()
  await submitNow()
  behaviour.refuse = () => ({
    status: 402,
    body: {
      error: 'Monthly conversion quota exceeded',
      quota: 100,
      used: 100,
      resetDate: '2099-01-01T00:00:00.000Z',
    },
  })
  const id = await addDocument()
  await submitDue()
  expect(await readDocument(id)).toMatchObject({
    state: 'waiting',
    reason: 'upstream_quota',
    current: { errorCode: 'upstream.quota_exceeded' },
  })
  await trackDue()
  await eventually(async () => expect((await readDocument(sent)).state).toBe('processing'))

  behaviour.refuse = undefined
  await submitNow()
  expect(await readDocument(id)).toMatchObject({ state: 'enqueued', reason: null })
})

test('a document with more pages than the desk’s quota has left waits, smaller ones pass, freed pages are used', async () => {
  await saveSettings({ values: { monthlyPages: 7 }, by: desk.user.id })
  try {
    const first = await addDocument({ pages: 4 })
    const large = await addDocument({ pages: 4 })
    const small = await addDocument({ pages: 3 })
    await submitDue()
    expect(await readDocument(first)).toMatchObject({ state: 'enqueued' })
    expect(await readDocument(large)).toMatchObject({ state: 'waiting', reason: 'quota', attempt: 0 })
    expect(await readDocument(small)).toMatchObject({ state: 'enqueued' })

    behaviour.error = 'unreadable'
    await trackNow()
    await trackNow()
    await submitDue()
    expect(await readDocument(large)).toMatchObject({ state: 'enqueued', reason: null })
  } finally {
    await saveSettings({ values: { monthlyPages: null }, by: desk.user.id })
  }
})

test('a refused key lets everything wait with the cause shown, and a ping finds out when it is accepted', async () => {
  behaviour.isKeyValid = false
  const id = await addDocument()
  await submitDue()
  expect(await readDocument(id)).toMatchObject({
    state: 'waiting',
    reason: 'key',
    current: { errorCode: 'upstream.unauthorized' },
  })
  await submitNow()
  expect(calls.submit).toBe(0)
  behaviour.isKeyValid = true
  await submitNow()
  expect(calls).toMatchObject({ usage: 1, submit: 1 })
  expect(await readDocument(id)).toMatchObject({ state: 'enqueued' })
})

test('an outage of 5xx answers uses up nobody’s tries, however long it lasts', async () => {
  behaviour.refuse = () => broken
  const ids = [await addDocument(), await addDocument()]
  for (let look = 0; look < 12; look++) await submitNow()
  for (const id of ids) {
    expect(await readDocument(id)).toMatchObject({
      state: 'waiting',
      reason: 'outage',
      failedTries: 0,
      attempt: 1,
    })
  }
  behaviour.refuse = undefined
  await submitNow()
  await submitNow()
  for (const id of ids) expect(await readDocument(id)).toMatchObject({ state: 'enqueued' })
  expect(executions).toHaveLength(2)
})

test('a document that alone meets 5xx answers fails after eight tries and does not hold up the others', async () => {
  behaviour.refuse = ({ stepId }) => (stepId === 'poison' ? broken : null)
  const poison = await addDocument({ stepId: 'poison' })
  for (let look = 1; look <= 9; look++) {
    const other = await addDocument({ receivedAt: new Date(0) })
    await submitNow()
    expect(await readDocument(other)).toMatchObject({ state: 'enqueued' })
  }
  expect(await readDocument(poison)).toMatchObject({
    state: 'failed',
    current: { errorCode: 'upstream.faulty', errorDetail: broken.body.message },
  })
  expect(executions).toHaveLength(9)
})

test('an answer lost by the cloud leaves the document uncertain: nobody sends it a second time', async () => {
  behaviour.losesAnswer = true
  const id = await addDocument()
  await submitNow()
  behaviour.losesAnswer = false
  await submitNow()
  await trackNow()
  expect(await readDocument(id)).toMatchObject({
    state: 'uncertain',
    nextTryAt: null,
    current: { errorCode: 'upstream.answer_not_seen' },
    lines: [],
  })
  expect(executions).toHaveLength(1)
})

test('an answer lost by the engine is asked for again with the same key: one execution, one result', async () => {
  const settings = getSettings()
  settings.INTRAY_UPSTREAM = 'engine'
  try {
    Object.assign(behaviour, { losesAnswer: true, isIdempotent: true })
    const id = await addDocument()
    await submitNow()
    expect(await readDocument(id)).toMatchObject({
      state: 'waiting',
      reason: 'outage',
      current: { errorCode: 'upstream.answer_not_seen' },
    })
    behaviour.losesAnswer = false
    await submitNow()
    await trackNow()
    await trackNow()
    expect(await readDocument(id)).toMatchObject({ state: 'done', attempt: 1, lines: [{ counted: true }] })
    expect(executions).toHaveLength(1)
    expect(calls.submit).toBeGreaterThanOrEqual(2)
  } finally {
    settings.INTRAY_UPSTREAM = 'cloud'
  }
})

test('an accepted submission with an answer nobody can read is uncertain too', async () => {
  behaviour.refuse = () => ({ status: 202, body: '<html>' })
  const id = await addDocument()
  await submitNow()
  expect(await readDocument(id)).toMatchObject({
    state: 'uncertain',
    current: { errorCode: 'upstream.malformed' },
  })
})

test('a document whose sender died before the first byte is sent; one that died later is uncertain', async () => {
  const unsent = await addDocument({ state: 'sending', reason: null, attempt: 1 })
  const sent = await addDocument({ state: 'sending', reason: null, attempt: 1 })
  await db()
    .insert(attempts)
    .values([
      { documentId: unsent, number: 1, key: 'att_unsent', state: 'sending' },
      { documentId: sent, number: 1, key: 'att_sent', state: 'sending', sentAt: new Date() },
    ])
  await submitNow()
  expect(await readDocument(unsent)).toMatchObject({
    state: 'enqueued',
    attempt: 1,
    current: { key: 'att_unsent' },
  })
  expect(await readDocument(sent)).toMatchObject({ state: 'uncertain' })
  expect(executions.map(({ key }) => key)).toEqual(['att_unsent'])
})

test('a document whose file is gone fails without a call', async () => {
  const gone = await addDocument({ fileKey: 'originals/nothing' })
  const removed = await addDocument({ fileKey: null })
  await submitNow()
  for (const id of [gone, removed]) {
    expect(await readDocument(id)).toMatchObject({
      state: 'failed',
      current: { errorCode: 'document.original_gone' },
    })
  }
  expect(executions).toHaveLength(0)
})
