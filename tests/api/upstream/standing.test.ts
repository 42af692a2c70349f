import { beforeEach, expect, test } from 'vitest'
import { POST as cancelDocument } from '@/app/api/documents/[documentId]/cancel/route'
import { GET as getHealth } from '@/app/api/health/route'
import { GET as getConnection } from '@/app/api/settings/connection/route'
import { POST as tryNow } from '@/app/api/upstream/retry/route'
import { GET as getStanding } from '@/app/api/upstream/route'
import { GET as getRemaining } from '@/app/api/usage/remaining/route'
import { GET as getUsage } from '@/app/api/usage/route'
import { db } from '@/lib/db/client'
import { submitDue } from '@/lib/documents/lifecycle/submit'
import { upstreamFaults } from '@/lib/docutray/tables'
import { forget } from '@/lib/once'
import type { SignedInUser } from '@/lib/people/roles'
import { saveSettings } from '@/lib/settings/store'
import { beginAnew } from '../support/begin-anew'
import { addPerson, callJson, signInAs } from '../support/desk'
import { addDocument, readDocument, submitNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'
import { quotaSpent, rateLimited } from '../support/upstream-answers'

const desk = setUpDesk({ role: 'admin' })

const { behaviour, calls, executions } = upstream
let uploader: SignedInUser

beforeEach(async () => {
  await beginAnew(upstream)
  forget('probe upstream')
  uploader = await addPerson('uploader')
})

const standing = async () => (await callJson(getStanding)).body
const health = async () => (await callJson(getHealth)).body.upstream
const connection = async () => (await callJson(getConnection)).body.upstream
const cancel = (documentId: string) => callJson(cancelDocument, { method: 'POST', params: { documentId } })
const secondsFromNow = (instant: string) => (Date.parse(instant) - Date.now()) / 1000

test('a refused key has its own reason, is told by health and settings since when, and ends with the refusal', async () => {
  const begunAt = Date.now()
  behaviour.isKeyValid = false
  const id = await addDocument()
  await submitDue()
  expect(await readDocument(id)).toMatchObject({ state: 'waiting', reason: 'key' })
  expect(await health()).toMatchObject({ reachable: true, authorized: false, limitedUntil: null })
  const { refused } = await standing()
  expect(refused.what).toBe('all')
  expect(Date.parse(refused.since)).toBeGreaterThanOrEqual(begunAt)
  expect((await connection()).refusals).toEqual([
    { stepId: null, since: refused.since, detail: 'Invalid API key' },
  ])
  signInAs(uploader)
  expect((await standing()).refused).toEqual(refused)

  behaviour.isKeyValid = true
  await submitNow()
  expect(await readDocument(id)).toMatchObject({ state: 'enqueued', reason: null })
  forget('probe upstream')
  expect(await health()).toMatchObject({ authorized: true })
  expect((await standing()).refused).toBeNull()
})

test('a key that is accepted again is noticed without any document, and a short relapse is the same refusal', async () => {
  behaviour.isKeyValid = false
  await health()
  const { refused } = await standing()
  expect(refused.what).toBe('all')
  behaviour.isKeyValid = true
  forget('probe upstream')
  expect((await standing()).refused).toBeNull()
  behaviour.isKeyValid = false
  forget('probe upstream')
  await health()
  expect((await standing()).refused.since).toBe(refused.since)
})

test('documents do not wait longer than the refusal of the key: whoever notices its end lets them go', async () => {
  behaviour.isKeyValid = false
  const ids = [await addDocument(), await addDocument()]
  for (let look = 0; look < 6; look++) await submitNow()
  const waiting = await readDocument(ids[0] ?? '')
  expect(waiting.reason).toBe('key')
  expect(waiting.nextTryAt?.getTime()).toBeGreaterThan(Date.now() + 5000)
  await submitDue()
  expect(calls.submit).toBe(0)
  behaviour.isKeyValid = true
  forget('probe upstream')
  expect((await standing()).refused).toBeNull()
  await submitDue()
  await submitDue()
  for (const id of ids) expect(await readDocument(id)).toMatchObject({ state: 'enqueued', reason: null })
})

test('a step refused to our key lets its documents wait, others go, and one of them asks again', async () => {
  behaviour.refuse = ({ stepId }) =>
    stepId === 'foreign' ? { status: 403, body: { message: 'Step not found or access denied' } } : null
  const foreign = [await addDocument({ stepId: 'foreign' }), await addDocument({ stepId: 'foreign' })]
  const ours = await addDocument()
  await submitDue()
  for (const id of foreign) {
    const waiting = await readDocument(id)
    expect(waiting).toMatchObject({ state: 'waiting', reason: 'key', failedTries: 0 })
    expect(waiting.nextTryAt?.getTime()).toBeGreaterThan(Date.now() + 30_000)
  }
  expect(await readDocument(ours)).toMatchObject({ state: 'enqueued' })
  expect(await health()).toMatchObject({ authorized: false })
  expect((await standing()).refused.what).toBe('steps')
  expect((await connection()).refusals).toMatchObject([
    { stepId: 'foreign', detail: 'Step not found or access denied' },
  ])

  behaviour.refuse = undefined
  await callJson(tryNow, { method: 'POST' })
  await submitDue()
  for (const id of foreign) expect(await readDocument(id)).toMatchObject({ state: 'enqueued' })
  expect((await standing()).refused).toBeNull()
})

test('a 403 of the usage alone is a fault, not a refusal of the key', async () => {
  behaviour.refuseUsage = { status: 403, body: { message: 'Not for this role' } }
  expect(await health()).toMatchObject({ reachable: true, authorized: true })
  expect((await standing()).refused).toBeNull()
  expect(await db().select().from(upstreamFaults)).toMatchObject([{ code: 'upstream.forbidden' }])
})

test('a spent quota leaves no page, says until when, and one document asks each 30 seconds', async () => {
  await saveSettings({ values: { monthlyPages: 1000 }, by: desk.user.id })
  try {
    behaviour.refuse = () => quotaSpent
    const ids = [await addDocument(), await addDocument()]
    await submitDue()
    for (const id of ids) {
      expect(await readDocument(id)).toMatchObject({ state: 'waiting', reason: 'upstream_quota' })
    }
    const { quota } = await standing()
    expect(quota.resetsAt).toBe('2099-01-01T00:00:00.000Z')
    expect(secondsFromNow(quota.nextTryAt)).toBeGreaterThan(25)
    expect(secondsFromNow(quota.nextTryAt)).toBeLessThanOrEqual(30)
    expect((await callJson(getRemaining)).body).toMatchObject({
      left: 0,
      resetsAt: '2099-01-01T00:00:00.000Z',
      spentUpstream: { since: quota.since },
    })
    expect((await callJson(getUsage)).body.current).toMatchObject({
      left: 0,
      spentUpstream: { since: quota.since },
    })

    const asked = calls.submit
    await submitNow()
    expect(calls.submit).toBe(asked + 1)
    expect((await standing()).quota.since).toBe(quota.since)

    behaviour.refuse = undefined
    await submitNow()
    await submitNow()
    for (const id of ids) expect(await readDocument(id)).toMatchObject({ state: 'enqueued', reason: null })
    expect((await standing()).quota).toBeNull()
    expect((await callJson(getRemaining)).body).toMatchObject({ left: 1000, spentUpstream: null })
  } finally {
    await saveSettings({ values: { monthlyPages: null }, by: desk.user.id })
  }
})

test('an administrator asks now whether there are pages again, and nobody else can', async () => {
  behaviour.refuse = () => quotaSpent
  const id = await addDocument()
  await submitDue()
  await submitDue()
  expect(calls.submit).toBe(1)
  signInAs(uploader)
  expect((await callJson(tryNow, { method: 'POST' })).status).toBe(403)
  await submitDue()
  expect(calls.submit).toBe(1)
  signInAs(desk.user)
  behaviour.refuse = undefined
  expect((await callJson(tryNow, { method: 'POST' })).status).toBe(200)
  await submitDue()
  expect(await readDocument(id)).toMatchObject({ state: 'enqueued' })
  expect(executions).toHaveLength(1)
})

test('where no document waits for pages, trying now forgets what was last said of them', async () => {
  behaviour.refuse = () => quotaSpent
  const id = await addDocument()
  await submitDue()
  behaviour.refuse = undefined
  await submitNow()
  behaviour.refuse = () => quotaSpent
  const other = await addDocument()
  await submitDue()
  expect(await readDocument(id)).toMatchObject({ state: 'enqueued' })
  expect((await standing()).quota).not.toBeNull()
  await cancel(other)
  behaviour.isKeyValid = false
  forget('probe upstream')
  await health()
  expect((await callJson(tryNow, { method: 'POST' })).body).toMatchObject({
    quota: null,
    refused: { what: 'all' },
  })
})

test('a limit of calls says until when, on the card as to monitors, and trying now does not shorten it', async () => {
  behaviour.refuse = () => rateLimited
  const id = await addDocument()
  const before = Date.now()
  await submitDue()
  const waiting = await readDocument(id)
  expect(waiting).toMatchObject({ state: 'waiting', reason: 'rate' })
  const { limitedUntil } = await health()
  expect(Date.parse(limitedUntil)).toBeGreaterThanOrEqual(before + 7000)
  expect(waiting.nextTryAt?.toISOString()).toBe(limitedUntil)
  expect((await standing()).limitedUntil).toBe(limitedUntil)
  behaviour.refuse = undefined
  await callJson(tryNow, { method: 'POST' })
  await submitDue()
  expect(calls.submit).toBe(1)
  await submitNow()
  expect(await readDocument(id)).toMatchObject({ state: 'enqueued', reason: null })
  expect(await health()).toMatchObject({ limitedUntil: null })
})
