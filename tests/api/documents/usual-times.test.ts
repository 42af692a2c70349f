import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { GET as listDocuments } from '@/app/api/documents/route'
import { GET } from '@/app/api/documents/usual-times/route'
import { db } from '@/lib/db/client'
import { forgetUsualTimes } from '@/lib/documents/lifecycle/usual-times'
import { attempts, documents } from '@/lib/documents/tables'
import { callJson, invoiceStep } from '../support/desk'
import { addDocument } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk({ role: 'uploader' })

beforeEach(async () => {
  await db().delete(documents)
  forgetUsualTimes()
})

const begunAt = new Date('2026-11-21T12:00:00Z')
const after = (ms: number) => new Date(begunAt.getTime() + ms)
const readTimes = async () => (await callJson(GET)).body.times

/** A document that ended `tookMs` after it was begun, or after it was put in line where its beginning was not seen. */
async function addFinished(given: { tookMs: number; isSeen?: boolean; state?: 'done' | 'failed' }) {
  const { tookMs, isSeen = true, state = 'done' } = given
  const id = await addDocument({
    state,
    attempt: 1,
    nextTryAt: null,
    confirmedAt: after(tookMs),
  })
  await db()
    .insert(attempts)
    .values({
      documentId: id,
      number: 1,
      key: id,
      state,
      enqueuedAt: begunAt,
      processingAt: isSeen ? begunAt : null,
      finishedAt: after(tookMs),
    })
  return id
}

test('usual times are learnt from finished documents', async () => {
  for (const tookMs of [10_000, 20_000, 30_000, 40_000, 100_000]) await addFinished({ tookMs })
  const usual = { fromMs: 20_000, toMs: 40_000, overdueMs: 100_000 }
  expect(await readTimes()).toEqual({ [invoiceStep]: usual, [`${invoiceStep}/pdf/1`]: usual })
})

test('without history there is no estimate', async () => {
  await addFinished({ tookMs: 10_000 })
  expect(await readTimes()).toEqual({})
})

test('failures do not count, and neither does a document that is being read again', async () => {
  for (let count = 0; count < 5; count++) await addFinished({ tookMs: 1000, state: 'failed' })
  const id = await addFinished({ tookMs: 1000 })
  await db().update(documents).set({ state: 'waiting' }).where(eq(documents.id, id))
  expect(await readTimes()).toEqual({})
})

test('a reading that began and ended unseen counts as five seconds, however long it stood in line', async () => {
  for (let count = 0; count < 5; count++) await addFinished({ tookMs: 600_000, isSeen: false })
  expect((await readTimes())[invoiceStep].toMs).toBe(5000)
})

test('the list tells of each document whether it takes longer than usual', async () => {
  for (let count = 0; count < 5; count++) await addFinished({ tookMs: 20_000 })
  for (const [state, minutes] of [
    ['processing', 0],
    ['processing', 1],
    ['processing', 10],
    ['enqueued', 31],
  ] as const) {
    const since = new Date(Date.now() - minutes * 60_000)
    const id = await addDocument({
      state,
      attempt: 1,
      nextTryAt: null,
      receivedAt: since,
      name: `${state} ${minutes}`,
    })
    const stages = { enqueuedAt: since, processingAt: state === 'processing' ? since : null }
    await db()
      .insert(attempts)
      .values({ documentId: id, number: 1, key: id, state, ...stages })
  }
  const { body } = await callJson(listDocuments)
  const told = body.documents.map(({ name, lateness }: { name: string; lateness: string }) => [
    name,
    lateness,
  ])
  expect(Object.fromEntries(told)).toMatchObject({
    'processing 0': null,
    'processing 1': 'overdue',
    'processing 10': 'stuck',
    'enqueued 31': 'stuck',
  })
  expect(body.documents.find(({ state }: { state: string }) => state === 'done')).toMatchObject({
    lateness: null,
  })
})
