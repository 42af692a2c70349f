import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PUT as putChecked } from '@/app/api/documents/[documentId]/checked/route'
import { GET as getDetail } from '@/app/api/documents/[documentId]/route'
import { PUT as putValue } from '@/app/api/documents/[documentId]/values/route'
import { GET as exportList } from '@/app/api/documents/export/route'
import { GET as listDocuments } from '@/app/api/documents/route'
import { DELETE as forgetLessons, GET as getLessons, PATCH as patchLesson } from '@/app/api/lessons/route'
import { PATCH as patchStep } from '@/app/api/settings/steps/[stepId]/route'
import { db } from '@/lib/db/client'
import { settleAttempt } from '@/lib/documents/lifecycle/settle-store'
import { attempts, isAttempt } from '@/lib/documents/tables'
import { learnDue } from '@/lib/documents/teaching/learn-due'
import type { DocumentWords } from '@/lib/documents/words/schema'
import { askToLearn } from '@/lib/lessons/due-store'
import { lessonPageSchema, type TaughtSupplier } from '@/lib/lessons/schema'
import { lessonExamples, lessonSuppliers, lessonsDue } from '@/lib/lessons/tables'
import { pageOfLines } from '@/tests/support/lessons/examples'
import { call, callJson, invoiceStep, signInAs } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'admin' })

const wordsOf = new Map<string, DocumentWords>()
const service = { isReachable: true }
vi.mock('@/lib/documents/words/find-words', () => ({
  findWords: async ({ documentId }: { documentId: string }) => {
    if (!service.isReachable) throw new Error('no answer')
    return wordsOf.get(documentId) ?? null
  },
}))

beforeEach(() => signInAs(desk.user))
afterEach(async () => {
  service.isReachable = true
  await db().delete(lessonSuppliers)
  await db().delete(lessonsDue)
  await callJson(patchStep, { ...json('PATCH', { learns: true }), params: { stepId: invoiceStep } })
})

const json = (method: string, body: unknown) => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

type Answer = { order: string; supplier?: string }

/** A paper of a supplier whose order number the service does not find. */
async function arrive({ order, supplier = 'Acme Tools' }: Answer): Promise<string> {
  const documentId = await uploadOne()
  await bringTo(documentId, { state: 'processing' })
  const page = pageOfLines([supplier, '', `Vuestra ref.:        ${order}`, 'Total             12,00'])
  const words = page.words.map((word) => ({ ...word, confidence: 1, source: 'text' as const }))
  wordsOf.set(documentId, { pageCount: 1, pages: [{ ...page, words }] })
  const result = {
    supplier,
    purchase_order: null,
    total: 12,
    _evidence: { supplier: { page: 1, box: null, text: supplier, confidence: 0.95 } },
  }
  const ending = {
    state: 'done' as const,
    finishedAt: new Date(),
    confirmedBy: 'poll' as const,
    result,
    validation: null,
    identification: null,
  }
  expect(await settleAttempt({ documentId, number: 1, ending })).toBe(true)
  return documentId
}

const detail = async (documentId: string) => (await callJson(getDetail, { params: { documentId } })).body
const correct = (documentId: string, value: string, was: string | null = null) =>
  callJson(putValue, { ...json('PUT', { path: 'purchase_order', value, was }), params: { documentId } })
const check = (documentId: string, checked = true) =>
  callJson(putChecked, { ...json('PUT', { checked }), params: { documentId } })
const taught = async (): Promise<TaughtSupplier[]> =>
  lessonPageSchema.parse((await callJson(getLessons, {})).body).suppliers
const orderLesson = async () =>
  (await taught()).flatMap(({ lessons }) => lessons).find(({ path }) => path === 'purchase_order')
const storedResult = async (documentId: string) => {
  const [row] = await db()
    .select({ text: sql<string>`${attempts.result}::text` })
    .from(attempts)
    .where(isAttempt({ documentId, number: 1 }))
  return row?.text
}

const teach = (...orders: string[]) => teachOf({ supplier: 'Acme Tools', orders })

async function teachOf({ supplier, orders }: { supplier: string; orders: string[] }): Promise<string[]> {
  const ids: string[] = []
  for (const order of orders) {
    const id = await arrive({ order, supplier })
    await correct(id, order)
    await check(id)
    ids.push(id)
  }
  await learnDue()
  return ids
}

test('what two documents teach is read on the next, beside the answer, which stays as it came', async () => {
  const [first] = await teach('P-4711')
  expect((await orderLesson())?.state).toBe('proposed')
  const unlearnt = await arrive({ order: 'P-4712' })
  expect((await detail(unlearnt)).learnt).toEqual({})
  const [second] = await teach('P-4713')
  expect(await orderLesson()).toMatchObject({
    state: 'active',
    rule: { kind: 'label', label: 'Vuestra ref.' },
    tried: 2,
    right: 2,
    documents: [{ id: first }, { id: second }],
  })

  const id = await arrive({ order: 'P-5000' })
  const read = await detail(id)
  expect(read.learnt.purchase_order).toMatchObject({
    value: 'P-5000',
    answered: null,
    documents: 2,
    page: 1,
    certainty: 0.34,
  })
  expect(read.result).toEqual((await detail(unlearnt)).result)
  expect(await storedResult(id)).toBe(await storedResult(unlearnt))
  expect(read.reviewItems).toContainEqual({ kind: 'value', id: 'purchase_order', certainty: 0.34 })
  const found = await callJson(listDocuments, { path: '/x?q=P-5000' })
  expect(found.body.documents.map((one: { id: string }) => one.id)).toEqual([id])
  const csv = await (await call(exportList, { path: '/x?format=csv&q=P-5000' })).text()
  expect(csv).toContain('P-5000')
})

test('a person stands above it, and each use is counted once, however often it is learnt', async () => {
  await teach('P-4711', 'P-4713')
  const right = await arrive({ order: 'P-5000' })
  await check(right)
  const wrong = await arrive({ order: 'P-5001' })
  await correct(wrong, 'X-1', 'P-5001')
  await check(wrong)
  for (const documentId of [right, wrong, right])
    await db().transaction((tx) => askToLearn({ tx, documentId }))
  await learnDue()
  await db().transaction((tx) => askToLearn({ tx, documentId: right }))
  await learnDue()
  expect(await orderLesson()).toMatchObject({ used: 2, usedRight: 1, tried: 4, right: 3 })
  expect((await detail(wrong)).corrections.purchase_order).toMatchObject({ value: 'X-1', read: 'P-5001' })

  await check(right, false)
  await learnDue()
  expect(await orderLesson()).toMatchObject({ used: 1, usedRight: 0, tried: 3, right: 2 })
})

test('where the service tells no words just now, learning waits and nothing is lost', async () => {
  const id = await arrive({ order: 'P-4711' })
  await correct(id, 'P-4711')
  // A person is still at it.
  await learnDue()
  const [waiting] = await db().select().from(lessonsDue)
  expect(waiting?.dueAt.getTime()).toBeGreaterThan(Date.now())
  await check(id)
  service.isReachable = false
  await learnDue()
  expect(await db().select().from(lessonExamples)).toEqual([])
  const [due] = await db().select().from(lessonsDue)
  expect(due).toMatchObject({ documentId: id, failedTries: 1 })
  expect((await detail(await arrive({ order: 'P-4712' }))).learnt).toEqual({})

  service.isReachable = true
  await db().update(lessonsDue).set({ dueAt: new Date() })
  await learnDue()
  expect((await orderLesson())?.documents.map((one) => one.id)).toEqual([id])
  expect(await db().select().from(lessonsDue)).toEqual([])
})

test('what can never be learnt is given up after ten tries, and taken up again when a person asks', async () => {
  const id = await arrive({ order: 'P-4711' })
  await correct(id, 'P-4711')
  await check(id)
  service.isReachable = false
  for (let tries = 0; tries < 10; tries += 1) {
    expect(await db().select().from(lessonsDue)).toHaveLength(1)
    await db().update(lessonsDue).set({ dueAt: new Date() })
    await learnDue()
  }
  expect(await db().select().from(lessonsDue)).toEqual([])
  service.isReachable = true
  await correct(id, 'P-4712', 'P-4711')
  expect(await db().select().from(lessonsDue)).toMatchObject([{ documentId: id, failedTries: 0 }])
})

test('forgetting shows what was answered again, but not on what a person has checked', async () => {
  const before = await arrive({ order: 'P-6000' })
  await teach('P-4711', 'P-4713')
  const open = await arrive({ order: 'P-6000' })
  const checked = await arrive({ order: 'P-6001' })
  await check(checked)
  await learnDue()
  const lesson = await orderLesson()
  const answer = await callJson(forgetLessons, { method: 'DELETE', path: `/x?lesson=${lesson?.id}` })
  expect(answer.status).toBe(200)

  const values = async (id: string) => {
    const { result, learnt, corrections, reviewItems, toReview, headline } = await detail(id)
    return JSON.stringify({ result, learnt, corrections, reviewItems, toReview, headline })
  }
  expect(await values(open)).toBe(await values(before))
  expect(await storedResult(open)).toBe(await storedResult(before))
  expect((await callJson(listDocuments, { path: '/x?q=P-6000' })).body.documents).toEqual([])
  expect((await detail(checked)).learnt.purchase_order.value).toBe('P-6001')
  // It takes two new ones to learn it again.
  await teach('P-4715')
  expect((await orderLesson())?.state).toBe('proposed')
  const again = await callJson(forgetLessons, { method: 'DELETE', path: `/x?lesson=${lesson?.id}` })
  expect([again.status, again.body.error.code]).toEqual([404, 'lesson.not_found'])
})

test('a supplier is forgotten whole', async () => {
  const [id] = await teach('P-4711', 'P-4713')
  const open = await arrive({ order: 'P-5000' })
  const [supplier] = await taught()
  expect(supplier?.name).toBe('Acme Tools')
  await callJson(forgetLessons, { method: 'DELETE', path: `/x?supplier=${supplier?.id}` })
  expect(await taught()).toEqual([])
  expect((await detail(open)).learnt).toEqual({})
  expect((await detail(String(id))).corrections.purchase_order.value).toBe('P-4711')
})

test('nothing is read by a lesson that is off, at a step that does not learn, or for another supplier', async () => {
  await teach('P-4711', 'P-4713')
  const lesson = await orderLesson()
  await callJson(patchLesson, json('PATCH', { id: lesson?.id, enabled: false }))
  expect((await orderLesson())?.state).toBe('off')
  expect((await detail(await arrive({ order: 'P-5000' }))).learnt).toEqual({})
  await callJson(patchLesson, json('PATCH', { id: lesson?.id, enabled: true }))
  expect((await detail(await arrive({ order: 'P-5001', supplier: 'Beta' }))).learnt).toEqual({})

  await callJson(patchStep, { ...json('PATCH', { learns: false }), params: { stepId: invoiceStep } })
  expect((await detail(await arrive({ order: 'P-5002' }))).learnt).toEqual({})
  const unknown = await callJson(patchLesson, json('PATCH', { id: 'les_none', enabled: true }))
  expect(unknown.status).toBe(404)
})

test('suppliers are listed page by page, the last taught first', async () => {
  for (const supplier of ['Acme', 'Beta', 'Gamma']) await teachOf({ supplier, orders: ['P-4711'] })
  const names: (string | null)[] = []
  let cursor: string | null = ''
  do {
    const { body } = await callJson(getLessons, { path: `/x?limit=1&cursor=${cursor}` })
    const page = lessonPageSchema.parse(body)
    expect(page.suppliers).toHaveLength(1)
    names.push(...page.suppliers.map(({ name }) => name))
    cursor = page.nextCursor
  } while (cursor)
  expect(names).toEqual(['Gamma', 'Beta', 'Acme'])
})

test('a request that is none of the three is refused', async () => {
  const status = async (path: string) => (await callJson(forgetLessons, { method: 'DELETE', path })).status
  expect(await status('/x')).toBe(400)
  expect(await status('/x?lesson=a&supplier=b')).toBe(400)
  expect((await callJson(getLessons, { path: '/x?cursor=bm9uZQ' })).status).toBe(400)
  expect((await callJson(getLessons, { path: '/x?limit=1000' })).status).toBe(400)
})
