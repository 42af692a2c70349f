import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { PUT as putChecked } from '@/app/api/documents/[documentId]/checked/route'
import { PUT as claim, DELETE as release } from '@/app/api/reviews/[documentId]/route'
import { POST as takeNext } from '@/app/api/reviews/next/route'
import { GET as readQueue } from '@/app/api/reviews/route'
import { GET as readSettings } from '@/app/api/settings/route'
import { GET as readUsage } from '@/app/api/usage/route'
import { db } from '@/lib/db/client'
import { attempts, reviewClaims } from '@/lib/documents/tables'
import type { SignedInUser } from '@/lib/people/roles'
import { addPerson, callJson, invoiceStep, receiptStep, signInAs } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk({ role: 'admin' })

let [ana, ben]: SignedInUser[] = []

beforeEach(async () => {
  await db().delete(reviewClaims)
  await db().update(attempts).set({ toReview: 0 })
  ;[ana, ben] = [await addPerson('admin'), await addPerson('admin')]
  signInAs(ana as SignedInUser)
})

type Doubtful = { total?: number; supplier?: string; step?: string; daysAgo?: number }

async function addDoubtful({
  total = 10,
  supplier = 'Acme',
  step = invoiceStep,
  daysAgo = 0,
}: Doubtful = {}) {
  const id = await uploadOne({ step })
  const receivedAt = new Date(Date.now() - daysAgo * 86_400_000)
  const _evidence = { total: { page: 1, confidence: 0.5 } }
  await bringTo(id, { state: 'done', result: { supplier, total, _evidence }, receivedAt })
  return id
}

const json = (method: string, body: unknown) => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const next = async (body: object = {}) =>
  ((await callJson(takeNext, json('POST', body))).body.document?.id ?? null) as string | null
const hold = (documentId: string, takeOver = false) =>
  callJson(claim, { ...json('PUT', { takeOver }), params: { documentId } })
const letGo = (documentId: string) => callJson(release, { method: 'DELETE', params: { documentId } })
const queue = async (search = '') => (await callJson(readQueue, { path: `/x?${search}` })).body
const as = (person: SignedInUser | undefined) => signInAs(person as SignedInUser)

test('what is worth a look first comes first, and one’s own before all', async () => {
  const [small, large] = [await addDoubtful({ total: 5 }), await addDoubtful({ total: 90_000 })]
  expect(await next()).toBe(large)
  expect(await next()).toBe(large)
  expect(await next({ without: [large] })).toBe(small)
  expect(await next({ without: [large, small] })).toBeNull()
})

test('two people at the same moment never get the same document, and none is left out', async () => {
  const all = []
  for (let one = 0; one < 6; one++) all.push(await addDoubtful({ total: one }))
  const got: (string | null)[] = []
  const take = async (person: SignedInUser | undefined, own: string[]) => {
    as(person)
    const id = await next({ without: own })
    got.push(id)
    if (id) own.push(id)
  }
  const [anas, bens]: string[][] = [[], []]
  for (let round = 0; round < 3; round++) {
    await Promise.all([take(ana, anas as string[]), take(ben, bens as string[])])
  }
  expect([...got].sort()).toEqual([...all].sort())
})

test('who is silent for too long, or lets go, holds it no more', async () => {
  const id = await addDoubtful()
  expect(await next()).toBe(id)
  as(ben)
  expect(await next()).toBeNull()
  await db()
    .update(reviewClaims)
    .set({ until: new Date(Date.now() - 1000) })
    .where(eq(reviewClaims.documentId, id))
  expect(await next()).toBe(id)
  await letGo(id)
  as(ana)
  expect(await next()).toBe(id)
})

test('another person is told who has it, and takes it over only when they ask for it', async () => {
  const id = await addDoubtful()
  await next()
  as(ben)
  expect((await queue()).claimed).toMatchObject([{ id, by: { id: ana?.id, name: ana?.name } }])
  const refused = await hold(id)
  expect([refused.status, refused.body.error.code, refused.body.error.name]).toEqual([
    409,
    'document.in_review',
    ana?.name,
  ])
  expect((await hold(id, true)).status).toBe(200)
  as(ana)
  expect((await hold(id)).status).toBe(409)
})

test('what is checked leaves the queue', async () => {
  const id = await addDoubtful()
  expect((await queue()).documents).toBe(1)
  await callJson(putChecked, { ...json('PUT', { checked: true }), params: { documentId: id } })
  expect((await queue()).documents).toBe(0)
  expect(await next()).toBeNull()
})

test('the queue is narrowed by step, supplier and age', async () => {
  const old = await addDoubtful({ supplier: 'Ñandú', daysAgo: 8 })
  const receipt = await addDoubtful({ step: receiptStep })
  const { suppliers, steps } = await queue()
  expect(suppliers.map(({ name }: { name: string }) => name).sort()).toEqual(['Acme', 'Ñandú'])
  expect(steps.map(({ id }: { id: string }) => id).sort()).toEqual([invoiceStep, receiptStep].sort())
  const supplier = suppliers.find(({ name }: { name: string }) => name === 'Ñandú').id
  expect([await next({ step: receiptStep }), (await queue(`step=${receiptStep}`)).documents]).toEqual([
    receipt,
    1,
  ])
  expect([await next({ supplier }), await next({ days: 7 })]).toEqual([old, old])
  expect((await queue('days=30')).documents).toBe(0)
})

test('nobody gets or claims a document they may not see', async () => {
  const id = await addDoubtful()
  as(await addPerson('uploader'))
  expect([await next(), (await queue()).documents]).toEqual([null, 0])
  expect((await hold(id, true)).status).toBe(404)
})

test('a reviewer reviews everybody’s documents, and sees neither usage nor settings', async () => {
  const id = await addDoubtful()
  as(await addPerson('reviewer'))
  expect([await next(), (await queue()).documents]).toEqual([id, 1])
  expect((await callJson(readUsage, { path: '/x' })).status).toBe(403)
  expect((await callJson(readSettings, { path: '/x' })).status).toBe(403)
})
