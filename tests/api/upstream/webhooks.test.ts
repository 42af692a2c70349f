import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { POST } from '@/app/api/webhooks/docutray/route'
import { db } from '@/lib/db/client'
import { cancelDocument, retryDocuments } from '@/lib/documents/actions/action-store'
import { claimInFlight, recordConfirmed, schedulePoll } from '@/lib/documents/lifecycle/track-store'
import { attempts, documents } from '@/lib/documents/tables'
import { sign } from '@/lib/docutray/webhooks/signature'
import { getSettings } from '@/lib/env'
import { ledgerLines } from '@/lib/usage/tables'
import { changeSettings } from '../support/change-settings'
import { call } from '../support/desk'
import { addDocument, readDocument, submitNow, trackNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'

changeSettings({ DOCUTRAY_WEBHOOK_SECRET: 'whsec_of_the_test' })
setUpDesk({ role: 'uploader' })

beforeEach(async () => {
  Object.assign(upstream.behaviour, { losesAnswer: false, pollsUntilDone: 0 })
  upstream.executions.length = 0
  await db().delete(ledgerLines)
  await db().delete(documents)
})

const path = '/api/webhooks/docutray'

type Signed = { event?: string; secret?: string; at?: Date; requestId?: string; body?: string }

/** A call as the upstream makes it to our public address. */
function announce(payload: unknown, signed: Signed = {}) {
  const { event = 'STEP_COMPLETED', secret = 'whsec_of_the_test', at = new Date() } = signed
  const body = signed.body ?? JSON.stringify(payload)
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const requestId = signed.requestId ?? randomUUID()
  return call(POST, {
    method: 'POST',
    path,
    body,
    headers: {
      'Content-Type': 'application/json',
      'X-Docutray-Signature': sign({ secret, content: JSON.stringify(payload) }),
      'X-Docutray-Auth-Signature': sign({
        secret,
        content: `${requestId}|${timestamp}|http://desk.test${path}|${event}`,
      }),
      'X-Docutray-Timestamp': timestamp,
      'X-Docutray-Request-Id': requestId,
      'X-Docutray-Event': event,
    },
  })
}

const news = (execution: { id: string; metadata?: unknown } | undefined) => ({
  step_execution_id: execution?.id,
  step_id: 'c',
  status: 'completed',
  document_metadata: execution?.metadata,
  data: { total: 'never believed' },
})

const isDue = async (id: string) => ((await readDocument(id)).nextTryAt?.getTime() ?? Infinity) <= Date.now()

test('a genuine call makes the poll due at once, and the answer to it is what counts', async () => {
  const id = await addDocument()
  await submitNow()
  expect(await isDue(id)).toBe(false)
  expect((await announce(news(upstream.executions[0]))).status).toBe(200)
  expect(await isDue(id)).toBe(true)
  expect(await readDocument(id)).toMatchObject({ state: 'enqueued', current: { result: null } })
  await trackNow()
  expect(await readDocument(id)).toMatchObject({ state: 'done', current: { result: { total: '12.50' } } })
})

test('a call that comes while a poll is on its way makes the next one due, whatever the answer was', async () => {
  const later = new Date(Date.now() + 60_000)
  for (const answer of ['nothing new', 'confirmed'] as const) {
    const id = await addDocument()
    await submitNow()
    const asked = await readDocument(id)
    const poll = { documentId: id, number: asked.attempt, nextTryAt: later }
    await announce(news(upstream.executions.at(-1)))
    if (answer === 'confirmed') await recordConfirmed({ ...poll, state: 'processing' })
    else await schedulePoll(poll)
    expect(await isDue(id)).toBe(true)
    await claimInFlight({ limit: 100, leaseMs: 60_000 })
    await schedulePoll(poll)
    expect(await isDue(id)).toBe(false)
  }
})

test('documents that calls announced are asked about before all that were sent earlier', async () => {
  const ids: string[] = []
  for (let document = 0; document < 6; document += 1) {
    ids.push(await addDocument())
    await submitNow()
  }
  await db()
    .update(documents)
    .set({ nextTryAt: new Date(Date.now() - 60_000) })
    .where(inArray(documents.id, ids))
  const announced = ids.slice(-4)
  for (const execution of upstream.executions.slice(-4)) await announce(news(execution))
  const claimed = await claimInFlight({ limit: 4, leaseMs: 60_000 })
  expect(claimed.map(({ documentId }) => documentId).sort()).toEqual(announced.sort())
})

test('a call signed by somebody else, too old, or changed on the way is refused and changes nothing', async () => {
  const id = await addDocument()
  await submitNow()
  const body = news(upstream.executions[0])
  const refused = [
    await announce(body, { secret: 'whsec_of_somebody' }),
    await announce(body, { at: new Date(Date.now() - 301_000) }),
    await announce(body, { body: JSON.stringify({ ...body, status: 'x' }) }),
  ]
  expect(refused.map(({ status }) => status)).toEqual([401, 401, 401])
  expect(await refused[0]?.json()).toMatchObject({ error: { code: 'webhook.bad_signature' } })
  expect(await isDue(id)).toBe(false)
})

test('a call repeated by whoever recorded it is answered and ignored', async () => {
  const id = await addDocument()
  await submitNow()
  const body = news(upstream.executions[0])
  await announce(body, { requestId: 'recorded' })
  const later = new Date(Date.now() + 60_000)
  await db().update(documents).set({ nextTryAt: later }).where(eq(documents.id, id))
  expect((await announce(body, { requestId: 'recorded' })).status).toBe(200)
  expect(await isDue(id)).toBe(false)
})

test('an uncertain document is settled by the metadata that went with it', async () => {
  upstream.behaviour.losesAnswer = true
  const id = await addDocument()
  await submitNow()
  expect(await readDocument(id)).toMatchObject({ state: 'uncertain', current: { executionId: null } })
  await announce(news(upstream.executions[0]), { event: 'STEP_STARTED' })
  expect(await readDocument(id)).toMatchObject({
    state: 'enqueued',
    confirmedBy: 'webhook',
    current: { executionId: upstream.executions[0]?.id, errorCode: null },
  })
  await trackNow()
  expect(await readDocument(id)).toMatchObject({ state: 'done', attempt: 1, lines: [{ counted: true }] })
})

test('pages of an uncertain attempt that a person gave up are counted when the upstream finished it', async () => {
  upstream.behaviour.losesAnswer = true
  const id = await addDocument()
  await submitNow()
  await db()
    .update(attempts)
    .set({ state: 'cancelled' })
    .where(and(eq(attempts.documentId, id), eq(attempts.number, 1)))
  await db().update(documents).set({ state: 'waiting', nextTryAt: new Date() }).where(eq(documents.id, id))
  upstream.behaviour.losesAnswer = false
  await submitNow()
  await trackNow()
  const [lost] = upstream.executions
  await announce(news(lost))
  await announce(news(lost))
  const { state, attempt, lines } = await readDocument(id)
  expect({ state, attempt }).toEqual({ state: 'done', attempt: 2 })
  expect(lines).toHaveLength(2)
  expect(lines).toContainEqual(
    expect.objectContaining({
      attempt: 1,
      executionId: lost?.id,
      counted: true,
      why: 'succeeded_after_cancel',
    }),
  )
})

test('pages of an uncertain document that a person cancelled are counted when the upstream finished it', async () => {
  Object.assign(upstream.behaviour, { losesAnswer: true, pollsUntilDone: 5 })
  const id = await addDocument()
  await submitNow()
  await cancelDocument(id)
  await announce(news(upstream.executions[0]), { event: 'STEP_STARTED' })
  expect(await readDocument(id)).toMatchObject({ state: 'cancelled', lines: [] })
  upstream.behaviour.pollsUntilDone = 0
  await announce(news(upstream.executions[0]))
  expect(await readDocument(id)).toMatchObject({
    state: 'cancelled',
    lines: [{ counted: true, why: 'succeeded_after_cancel' }],
  })
})

test('an uncertain document that a person sends again is a second attempt, and each that succeeds is counted', async () => {
  upstream.behaviour.losesAnswer = true
  const id = await addDocument()
  await submitNow()
  upstream.behaviour.losesAnswer = false
  expect(await retryDocuments([id])).toEqual([id])
  await submitNow()
  await trackNow()
  await announce(news(upstream.executions[0]))
  await trackNow()
  const { state, attempt, lines } = await readDocument(id)
  expect({ state, attempt }).toEqual({ state: 'done', attempt: 2 })
  expect(lines.map((line) => line.counted)).toEqual([true, true])
  expect(new Set(upstream.executions.map(({ key }) => key)).size).toBe(2)
})

test('news of an unknown execution or of something other than a step are taken and left alone', async () => {
  const unknown = { id: `c${'0'.repeat(24)}` }
  expect((await announce(news(unknown))).status).toBe(200)
  expect((await announce({ conversion_id: unknown.id }, { event: 'CONVERSION_COMPLETED' })).status).toBe(200)
})

test('a genuine call in no shape we know is a bad request', async () => {
  expect((await announce({ hello: 'world' })).status).toBe(400)
})

test('without a secret there is nothing at this address', async () => {
  const settings = getSettings()
  const secret = settings.DOCUTRAY_WEBHOOK_SECRET
  delete settings.DOCUTRAY_WEBHOOK_SECRET
  try {
    const response = await announce(news(undefined))
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { code: 'webhook.not_configured' } })
  } finally {
    if (secret) settings.DOCUTRAY_WEBHOOK_SECRET = secret
  }
})
