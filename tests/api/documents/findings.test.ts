import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { PUT as putConfirmation } from '@/app/api/documents/[documentId]/confirmations/route'
import { GET as getDetail } from '@/app/api/documents/[documentId]/route'
import { PUT as putValue } from '@/app/api/documents/[documentId]/values/route'
import { GET as list } from '@/app/api/documents/route'
import { db } from '@/lib/db/client'
import { countEarlierResults } from '@/lib/documents/attention/count-earlier-results'
import { openItemsOf } from '@/lib/documents/attention/open-items'
import { attempts } from '@/lib/documents/tables'
import { callJson } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk({ role: 'uploader' })

let documentId: string

beforeEach(async () => {
  documentId = await uploadOne()
  await bringTo(documentId, { state: 'done', result: { subtotal: 1420, tax: 269.8, total: 1689.8 } })
})

const put = (body: unknown) => ({
  method: 'PUT',
  params: { documentId },
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const correct = (path: string, { value, was }: { value: unknown; was: unknown }) =>
  callJson(putValue, put({ path, value, was }))
const confirm = (item: string) => callJson(putConfirmation, put({ item, confirmed: true }))
const detail = async () => (await callJson(getDetail, { params: { documentId } })).body

/** As lists and the page tell it; one number where they agree. */
async function toReview(): Promise<number[]> {
  const { body } = await callJson(list, { path: '/x?limit=1' })
  const document = await detail()
  return [...new Set([body.documents[0].toReview, document.toReview, openItemsOf(document).length])]
}

test('a correction that breaks a rule is to review, and one that mends it is not', async () => {
  expect(await toReview()).toEqual([0])
  const { body } = await correct('total', { value: 1589.8, was: 1689.8 })
  expect(body.reviewItems).toMatchObject([
    { id: '_desk.totals.mismatch', fields: ['subtotal', 'tax', 'total'] },
  ])
  expect(await toReview()).toEqual([1])
  await correct('subtotal', { value: 1320, was: 1420 })
  expect(await toReview()).toEqual([0])
})

test('it is confirmed as printed, until one of its values is another', async () => {
  await correct('total', { value: 1589.8, was: 1689.8 })
  expect((await confirm('_desk.totals.mismatch')).status).toBe(200)
  expect(await toReview()).toEqual([0])
  const { body } = await correct('tax', { value: 260, was: 269.8 })
  expect(body.confirmations).toEqual({})
  expect(await toReview()).toEqual([1])
})

test('what an earlier version counted without the rules is counted anew', async () => {
  const broken = { subtotal: 1420, tax: 269.8, total: 1589.8 }
  await db()
    .update(attempts)
    .set({ result: broken, reviewItems: [], toReview: null })
    .where(eq(attempts.documentId, documentId))
  await countEarlierResults()
  expect(await toReview()).toEqual([1])
})
