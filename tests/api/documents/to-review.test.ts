import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { PUT as putChecked } from '@/app/api/documents/[documentId]/checked/route'
import { PUT as putConfirmation } from '@/app/api/documents/[documentId]/confirmations/route'
import { POST as retry } from '@/app/api/documents/[documentId]/retry/route'
import { GET as getDetail } from '@/app/api/documents/[documentId]/route'
import { PUT as putValue } from '@/app/api/documents/[documentId]/values/route'
import { GET as exportList } from '@/app/api/documents/export/route'
import { GET as list } from '@/app/api/documents/route'
import { db } from '@/lib/db/client'
import { countEarlierResults } from '@/lib/documents/attention/count-earlier-results'
import { openItemsOf } from '@/lib/documents/attention/open-items'
import { writeDigestOnce } from '@/lib/documents/digest/digest-store'
import { attempts, documents } from '@/lib/documents/tables'
import { addPerson, call, callJson, receiptStep, signInAs } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { submitNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'uploader' })

const claim = (confidence: number) => ({ page: 1, confidence })
const result = {
  supplier: 'Acme',
  total: 12,
  _evidence: { supplier: claim(0.4), total: claim(0.5) },
}
const validation = {
  errors: { count: 1, messages: ['Odd.'] },
  warnings: { count: 0, messages: [] },
}
let documentId: string

beforeEach(async () => {
  documentId = await uploadOne()
  await bringTo(documentId, { state: 'done', result, validation })
})

const put = (body: unknown) => ({
  method: 'PUT',
  params: { documentId },
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const correct = (body: { path: string; value: unknown; was: unknown }) => callJson(putValue, put(body))
const confirm = (body: { item: string; confirmed?: boolean; was?: unknown }) =>
  callJson(putConfirmation, put({ confirmed: true, ...body }))
const check = (checked: boolean) => callJson(putChecked, put({ checked }))
const listed = async (search = '') => (await callJson(list, { path: `/x?${search}` })).body.documents

/** As the file of the list tells it. */
async function exportedNumber(): Promise<number> {
  const file = await call(exportList, { path: `/x?format=csv&q=${documentId}` })
  const [head = '', row = ''] = (await file.text()).replace(/^\uFEFF/, '').split('\r\n')
  return Number(row.split(',')[head.split(',').indexOf('To review')])
}

/** As the mail of what has ended tells it. */
async function mailedNumber(): Promise<number> {
  let told = Number.NaN
  // Only this one has ended long enough ago to be told.
  await db().update(documents).set({ finishedAt: new Date() })
  const finishedAt = new Date(Date.now() - 60_000)
  await db().update(documents).set({ finishedAt }).where(eq(documents.id, documentId))
  const rollback = new Error('nothing is to be written')
  const compose = ({ documents: ended }: { documents: { toReview: number }[] }) => {
    told = ended.reduce((sum, { toReview }) => sum + toReview, 0)
    throw rollback
  }
  await writeDigestOnce({ personId: desk.user.id, compose }).catch((error) => {
    if (error !== rollback) throw error
  })
  return told
}

/** The number wherever it is told; a list of one where all of them are the same. */
async function numbers(): Promise<number[]> {
  const detail = (await callJson(getDetail, { params: { documentId } })).body
  const [summary] = await listed()
  const [filtered] = await listed('sort=toReview&order=desc')
  return [
    ...new Set([
      detail.toReview,
      summary.toReview,
      filtered.toReview,
      openItemsOf(detail).length,
      await exportedNumber(),
      await mailedNumber(),
    ]),
  ]
}

test('the number is the same in the list, on the page and among its items, whatever people do', async () => {
  expect(await numbers()).toEqual([3])
  await correct({ path: 'total', value: 13, was: 12 })
  expect(await numbers()).toEqual([2])
  await confirm({ item: 'supplier', was: 'Acme' })
  expect(await numbers()).toEqual([1])
  await confirm({ item: '_error.0' })
  expect(await numbers()).toEqual([0])
  await confirm({ item: '_error.0', confirmed: false })
  expect(await numbers()).toEqual([1])
  await check(true)
  expect(await numbers()).toEqual([0])
  await check(false)
  expect(await numbers()).toEqual([1])
})

test('a confirmation names its person, and stands until the value is changed', async () => {
  const { body } = await confirm({ item: 'supplier', was: 'Acme' })
  expect(body.confirmations).toEqual({
    supplier: { by: { id: desk.user.id, name: desk.user.name }, at: expect.any(String) },
  })
  const corrected = await correct({ path: 'supplier', value: 'Acme Inc.', was: 'Acme' })
  expect([corrected.body.confirmations, corrected.body.toReview]).toEqual([{}, 2])
  const back = await correct({ path: 'supplier', value: 'Acme', was: 'Acme Inc.' })
  expect(back.body.toReview).toBe(3)
})

test('nobody confirms a value that another person has changed meanwhile', async () => {
  await correct({ path: 'total', value: 13, was: 12 })
  const { status, body } = await confirm({ item: 'total', was: 12 })
  expect([status, body.error.code]).toEqual([409, 'document.value_changed'])
})

test('only what is to review can be confirmed, by who may see it', async () => {
  expect((await confirm({ item: 'currency' })).status).toBe(400)
  signInAs(await addPerson('uploader'))
  expect((await confirm({ item: 'supplier' })).status).toBe(404)
})

test.each(['review', 'check'])(
  'the list is narrowed by %s to what waits for a person, or was checked',
  async (name) => {
    const ids = async (value: string) =>
      (await listed(`${name}=${value}`)).map(({ id }: { id: string }) => id)
    expect(await ids('open')).toContain(documentId)
    await check(true)
    expect(await ids('open')).not.toContain(documentId)
    expect(await ids('done')).toContain(documentId)
  },
)

test('nothing read at all is told apart, until a person fills something in', async () => {
  documentId = await uploadOne()
  await bringTo(documentId, { state: 'done', result: {} })
  expect((await listed())[0]).toMatchObject({ id: documentId, nothingFound: true, toReview: 1 })
  await correct({ path: 'total', value: 5, was: null })
  expect((await listed())[0]).toMatchObject({ nothingFound: false, toReview: 0 })
})

test('a result of an earlier version is counted at the start; until then its findings stand in', async () => {
  const uncounted = { reviewItems: null, toReview: null, reviewWorth: null }
  await db().update(attempts).set(uncounted).where(eq(attempts.documentId, documentId))
  expect((await listed())[0]).toMatchObject({ id: documentId, toReview: 1 })
  await countEarlierResults()
  expect(await numbers()).toEqual([3])
})

test('what is done can be read with another step; the first reading stays in its history', async () => {
  const again = (step: string) =>
    callJson(retry, { path: `/x?step=${step}`, method: 'POST', params: { documentId } })
  expect((await again('nonsense')).status).toBe(422)
  const { status, body } = await again(receiptStep)
  expect([status, body.state, body.step.id]).toEqual([200, 'waiting', receiptStep])
  expect(body).toMatchObject({ toReview: 0, nothingFound: false })
  const detail = (await callJson(getDetail, { params: { documentId } })).body
  expect(detail.attempts.map(({ state }: { state: string }) => state)).toEqual(['done'])
  await submitNow()
  expect((await listed())[0]).toMatchObject({ id: documentId, attempt: 2 })
})

test('without another step what is done is not read again', async () => {
  const { status } = await callJson(retry, { path: '/x', method: 'POST', params: { documentId } })
  expect(status).toBe(409)
})
