import { beforeEach, expect, test, vi } from 'vitest'
import { POST as testConnection } from '@/app/api/settings/connection/test/route'
import { POST as receiveWebhook } from '@/app/api/webhooks/docutray/route'
import { db } from '@/lib/db/client'
import { submitDue } from '@/lib/documents/lifecycle/submit'
import { ping } from '@/lib/docutray/calls/client'
import { closeUpstream } from '@/lib/docutray/calls/request'
import { listRefusals, recordRefusal } from '@/lib/docutray/refusals-store'
import { webhookDeliveries } from '@/lib/docutray/tables'
import { markProcessed, pruneProcessed } from '@/lib/docutray/webhooks/deliveries-store'
import { getSettings } from '@/lib/env'
import { forget } from '@/lib/once'
import { testConnection as runTest } from '@/lib/settings/test-connection'
import { addStep } from '@/lib/steps/steps'
import { steps } from '@/lib/steps/tables'
import { beginAnew } from '../support/begin-anew'
import { addPerson, call, callJson, signInAs } from '../support/desk'
import { addDocument, readDocument, submitNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'
import { rateLimited } from '../support/upstream-answers'

setUpDesk({ role: 'admin' })

const { behaviour, calls, executions } = upstream

beforeEach(async () => {
  await beginAnew(upstream)
  Object.assign(behaviour, { steps: undefined, looksForDocumentFirst: false })
  await db().delete(steps)
  await db().delete(webhookDeliveries)
  forget('connection test')
  forget('webhook forgery')
})

async function found() {
  forget('connection test')
  return (await callJson(testConnection, { method: 'POST' })).body
}

test('a connection in order is found so, and no document is sent to find it', async () => {
  behaviour.steps = ['cgood']
  await addStep({ id: 'cgood', name: 'Good' })
  const result = await found()
  expect(result).toMatchObject({
    address: { outcome: 'good', problem: null },
    key: { outcome: 'good', problem: null },
    steps: [{ id: 'cgood', name: 'Good', outcome: 'good', acceptedAt: null }],
    stepsAsked: true,
    webhook: { outcome: 'unknown', lastHeardAt: null },
    clock: { outcome: 'good' },
    faults: { kinds: [] },
  })
  expect(result.address.tookMs).toBeGreaterThanOrEqual(0)
  expect(Math.abs(result.clock.aheadMs)).toBeLessThan(5000)
  expect(executions).toEqual([])
})

test('a step the service does not know is found, one that took a document says when', async () => {
  behaviour.steps = ['cgood']
  await addStep({ id: 'cbad', name: 'Bad' })
  await addStep({ id: 'cgood', name: 'Good' })
  await addDocument({ stepId: 'cgood' })
  await submitNow()
  const { steps: tested } = await found()
  expect(tested).toEqual([
    {
      id: 'cbad',
      name: 'Bad',
      outcome: 'bad',
      acceptedAt: null,
      problem: { code: 'step.unknown', detail: null },
    },
    { id: 'cgood', name: 'Good', outcome: 'good', acceptedAt: expect.any(String), problem: null },
  ])
})

test('a step found good is no longer told as refused, and its documents are tried at once', async () => {
  behaviour.steps = ['cgood', 'cours']
  await addStep({ id: 'cgood', name: 'Good' })
  const detail = 'Step not found or access denied'
  behaviour.refuse = ({ stepId }) => (stepId === 'cgood' ? { status: 403, body: { message: detail } } : null)
  const id = await addDocument({ stepId: 'cgood' })
  await submitDue()
  const subjects = async () => (await listRefusals()).map(({ subject }) => subject)
  expect(await subjects()).toEqual(['step:cgood'])
  behaviour.refuse = undefined
  await found()
  expect(await subjects()).toEqual([])
  await submitDue()
  expect(await readDocument(id)).toMatchObject({ state: 'enqueued' })
})

test('a step that is still refused stays told as refused', async () => {
  behaviour.steps = ['cours']
  await addStep({ id: 'cgone', name: 'Gone' })
  await recordRefusal({ subject: 'step:cgone', detail: null })
  await found()
  expect(await listRefusals()).toMatchObject([{ subject: 'step:cgone' }])
})

test('a service that looks for the document first tells nothing of steps', async () => {
  Object.assign(behaviour, { steps: ['cgood'], looksForDocumentFirst: true })
  await addStep({ id: 'cgood', name: 'Good' })
  await addStep({ id: 'cbad', name: 'Bad' })
  const { steps: tested } = await found()
  expect(tested).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }])
})

test('a refused key and a service that is away are told apart', async () => {
  await addStep({ id: 'cgood', name: 'Good' })
  behaviour.isKeyValid = false
  expect(await found()).toMatchObject({
    address: { outcome: 'good' },
    key: { outcome: 'bad', problem: { code: 'upstream.unauthorized', detail: 'Invalid API key' } },
    steps: [{ outcome: 'unknown' }],
    stepsAsked: false,
  })
  await upstream.goAway()
  try {
    const away = await found()
    expect(away).toMatchObject({
      address: { outcome: 'bad', problem: { code: 'upstream.unreachable' } },
      key: { outcome: 'unknown', problem: null },
      clock: { outcome: 'unknown', aheadMs: null },
    })
    expect(away.address.problem.detail).toContain('ECONNREFUSED')
  } finally {
    await upstream.comeBack()
  }
})

test('nobody’s clock is right by itself: a difference of minutes is a problem', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 10 * 60_000 })
  try {
    const { clock } = await found()
    expect(clock.outcome).toBe('bad')
    expect(Math.round(clock.aheadMs / 60_000)).toBe(10)
  } finally {
    vi.useRealTimers()
  }
})

test('faults are counted by kind with the last words, and steps are not asked for in a pause', async () => {
  behaviour.steps = ['cgood']
  await addStep({ id: 'cgood', name: 'Good' })
  behaviour.refuse = () => rateLimited
  await addDocument({ stepId: 'cgood' })
  await submitNow()
  const asked = calls.submit
  const result = await found()
  expect(result.faults.kinds).toMatchObject([
    { code: 'upstream.rate_limited', count: 1, detail: 'Rate limit exceeded' },
  ])
  expect(result).toMatchObject({ steps: [{ outcome: 'unknown' }], stepsAsked: false })
  expect(calls.submit).toBe(asked)
})

test('when the webhook was heard last is remembered; what is signed wrongly is a fault', async () => {
  await markProcessed('req_1')
  await db()
    .update(webhookDeliveries)
    .set({ processedAt: new Date('2026-01-02T03:04:05Z') })
  await pruneProcessed()
  const settings = getSettings()
  settings.DOCUTRAY_WEBHOOK_SECRET = 'a secret of the tests'
  try {
    await call(receiveWebhook, { method: 'POST', body: '{}' })
    const result = await found()
    expect(result.webhook).toEqual({
      outcome: 'good',
      hasSecret: true,
      lastHeardAt: '2026-01-02T03:04:05.000Z',
    })
    expect(result.faults.kinds).toMatchObject([{ code: 'webhook.bad_signature', count: 1 }])
  } finally {
    delete settings.DOCUTRAY_WEBHOOK_SECRET
  }
})

test('asked again at once, the test answers with what it found: the service is asked once', async () => {
  const before = calls.usage
  const ask = () => callJson(testConnection, { method: 'POST' })
  const [first, second] = await Promise.all([ask(), ask()])
  const third = await ask()
  expect([second.body.at, third.body.at]).toEqual([first.body.at, first.body.at])
  expect(calls.usage).toBe(before + 1)
  signInAs(await addPerson('uploader'))
  expect((await ask()).status).toBe(403)
})

test('a pause the service asked for is not waited out, and a test under way is everybody’s', async () => {
  behaviour.refuseUsage = { ...rateLimited, body: { ...rateLimited.body, retryAfter: 600 } }
  const ofDocuments = { listLastAccepted: async () => new Map(), releaseStep: async () => {} }
  try {
    await expect(ping()).rejects.toMatchObject({ code: 'upstream.rate_limited' })
    const first = runTest(ofDocuments)
    const later = performance.now() + 60_000
    const clock = vi.spyOn(performance, 'now').mockReturnValue(later)
    const second = runTest(ofDocuments)
    clock.mockRestore()
    expect(second).toBe(first)
    const asked = calls.usage
    expect(await first).toMatchObject({ address: { outcome: 'unknown' }, stepsAsked: false })
    expect(calls.usage).toBe(asked)
  } finally {
    await closeUpstream()
  }
}, 30_000)
