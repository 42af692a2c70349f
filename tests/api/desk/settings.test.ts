import { beforeAll, expect, test } from 'vitest'
import { GET as getConnection } from '@/app/api/settings/connection/route'
import { GET as getSettings, PATCH as patchSettings } from '@/app/api/settings/route'
import { PATCH as patchStep } from '@/app/api/settings/steps/[stepId]/route'
import { GET as getSteps, POST as postStep } from '@/app/api/settings/steps/route'
import { GET as getOfferedSteps } from '@/app/api/steps/route'
import { findPauses, savePause } from '@/lib/docutray/pause-store'
import { refreshSteps } from '@/lib/steps/steps'
import { addPerson, callJson, invoiceStep, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk({ role: 'admin' })

beforeAll(async () => {
  await refreshSteps()
})

const change = (body: unknown) => callJson(patchSettings, { method: 'PATCH', body: JSON.stringify(body) })
const addStep = (body: unknown) => callJson(postStep, { method: 'POST', body: JSON.stringify(body) })
const changeStep = (stepId: string, body: unknown) =>
  callJson(patchStep, { method: 'PATCH', params: { stepId }, body: JSON.stringify(body) })

async function offeredSteps(): Promise<string[]> {
  const { body } = await callJson(getOfferedSteps)
  return body.steps.map((step: { id: string }) => step.id)
}

test('a desk begins without a quota and with uploaders seeing their own documents', async () => {
  const { status, body } = await callJson(getSettings)
  expect(status).toBe(200)
  expect(body).toEqual({ monthlyPages: null, uploadersSeeAll: false })
})

test('a setting is changed alone, and a quota can be taken away again', async () => {
  expect((await change({ monthlyPages: 500 })).body).toEqual({ monthlyPages: 500, uploadersSeeAll: false })
  expect((await change({ uploadersSeeAll: true })).body).toEqual({ monthlyPages: 500, uploadersSeeAll: true })
  expect((await change({ monthlyPages: null })).body).toEqual({ monthlyPages: null, uploadersSeeAll: true })
})

test('a quota that is no whole number of pages is refused and changes nothing', async () => {
  await change({ monthlyPages: 500 })
  for (const monthlyPages of [-1, 1.5, '500']) expect((await change({ monthlyPages })).status).toBe(400)
  expect((await callJson(getSettings)).body.monthlyPages).toBe(500)
})

test('a setting of an unknown name is refused by that name', async () => {
  const { status, body } = await change({ monthlyPageQuota: 500 })
  expect([status, body.error.code]).toEqual([400, 'request.invalid'])
  expect(body.error.message).toContain('monthlyPageQuota')
})

test('another quota lets documents that wait for pages try again; another setting does not', async () => {
  const hold = {
    until: new Date(Date.now() + 3_600_000),
    code: 'upstream.quota_exceeded',
    failures: 1,
  } as const
  const isHeld = async () => ((await findPauses()).submissions?.until ?? 0) > new Date()
  for (const monthlyPages of [1000, null]) {
    await savePause({ scope: 'submissions', pause: hold })
    await change({ uploadersSeeAll: false })
    expect(await isHeld()).toBe(true)
    await change({ monthlyPages })
    expect(await isHeld()).toBe(false)
  }
})

test('only an administrator reads or changes settings', async () => {
  for (const role of ['uploader', 'finance'] as const) {
    signInAs(await addPerson(role))
    expect((await callJson(getSettings)).status).toBe(403)
    expect((await change({ uploadersSeeAll: true })).status).toBe(403)
  }
  signInAs(null)
  expect((await callJson(getSettings)).status).toBe(401)
})

test('a step added by hand is offered until it is hidden', async () => {
  const { status, body } = await addStep({ id: 'contracts-2026', name: 'Contracts' })
  expect(status).toBe(201)
  expect(body.steps).toContainEqual({
    id: 'contracts-2026',
    name: 'Contracts',
    source: 'admin',
    hidden: false,
    learns: true,
  })
  expect(await offeredSteps()).toContain('contracts-2026')

  await changeStep('contracts-2026', { hidden: true })
  expect(await offeredSteps()).not.toContain('contracts-2026')
  const { body: list } = await callJson(getSteps)
  expect(list.steps).toContainEqual({
    id: 'contracts-2026',
    name: 'Contracts',
    source: 'admin',
    hidden: true,
    learns: true,
  })
})

test('a hidden step stays hidden when the steps of the upstream are read anew', async () => {
  await addStep({ id: 'old-step', name: 'Old' })
  await changeStep('old-step', { hidden: true })
  await refreshSteps()
  expect(await offeredSteps()).not.toContain('old-step')
})

test('a step on offer cannot be added twice, and one of the environment cannot be renamed here', async () => {
  const again = await addStep({ id: invoiceStep, name: 'Mine now' })
  expect([again.status, again.body.error.code]).toEqual([409, 'step.taken'])
  const rename = await changeStep(invoiceStep, { name: 'Mine now' })
  expect([rename.status, rename.body.error.code]).toEqual([409, 'step.not_editable'])
})

test('a step id that would change the address upstream is refused', async () => {
  for (const id of ['../../usage', 'a?b', '', 'a b'])
    expect((await addStep({ id, name: 'X' })).status).toBe(400)
})

test('the connection facts tell whether secrets are set and never what they are', async () => {
  const { status, body } = await callJson(getConnection)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    upstream: { kind: 'cloud', host: '127.0.0.1:9', hasKey: true, reachable: false },
    webhook: { url: 'http://desk.test/api/webhooks/docutray', hasSecret: false },
    timeZone: 'America/Santiago',
    database: 'embedded',
  })
  expect(JSON.stringify(body)).not.toContain('dt_test_key')
})
