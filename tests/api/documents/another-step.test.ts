import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { POST as cancel } from '@/app/api/documents/[documentId]/cancel/route'
import { PUT as putChecked } from '@/app/api/documents/[documentId]/checked/route'
import { POST as retry } from '@/app/api/documents/[documentId]/retry/route'
import { GET as getDetail } from '@/app/api/documents/[documentId]/route'
import { PUT as putValue } from '@/app/api/documents/[documentId]/values/route'
import { db } from '@/lib/db/client'
import { settleAttempt } from '@/lib/documents/lifecycle/settle-store'
import { attempts, documents } from '@/lib/documents/tables'
import { callJson, invoiceStep, receiptStep } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk({ role: 'uploader' })

type Body = Record<string, unknown>

const put = ({ id, body }: { id: string; body: Body }) => ({
  method: 'PUT',
  params: { documentId: id },
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const post = ({ id, step }: { id: string; step?: string }) => ({
  path: step ? `/x?step=${step}` : '/x',
  method: 'POST',
  params: { documentId: id },
})
const read = async (id: string) => (await callJson(getDetail, { params: { documentId: id } })).body

test('who cancels another step before it began has the document as it was, put right and checked', async () => {
  const id = await uploadOne()
  await bringTo(id, { state: 'done', result: { supplier: 'Acme', total: 12 } })
  await callJson(putValue, put({ id, body: { path: 'total', value: 13, was: 12 } }))
  await callJson(putChecked, put({ id, body: { checked: true } }))
  const { version: _before, confirmedAt: _told, ...before } = await read(id)
  expect(before).toMatchObject({ state: 'done', headline: { total: 13 }, step: { id: invoiceStep } })

  for (let times = 0; times < 2; times++) {
    const waiting = (await callJson(retry, post({ id, step: receiptStep }))).body
    expect(waiting).toMatchObject({ state: 'waiting', headline: null, step: { id: receiptStep } })
    const cancelled = await callJson(cancel, post({ id }))
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'done'])
    const { version: _after, confirmedAt: _toldAgain, ...after } = await read(id)
    expect(after).toEqual(before)
  }
})

test('what had not been read ends as cancelled, also under another step', async () => {
  const id = await uploadOne()
  await bringTo(id, { state: 'failed', errorCode: 'upstream.failed' })
  await callJson(retry, post({ id, step: receiptStep }))
  expect((await callJson(cancel, post({ id }))).body).toMatchObject({
    state: 'cancelled',
    step: { id: receiptStep },
  })
})

test('what is heard late of the first reading does not end the wait for the second', async () => {
  const id = await uploadOne()
  await bringTo(id, { state: 'done', result: { total: 12 } })
  await callJson(retry, post({ id, step: receiptStep }))
  const ending = {
    state: 'done',
    finishedAt: new Date(),
    confirmedBy: 'webhook',
    result: { total: 1 },
    validation: null,
    identification: null,
  } as const
  expect(await settleAttempt({ documentId: id, number: 1, ending })).toBe(false)
  expect((await read(id)).state).toBe('waiting')
})

test('where the second reading fails, what the first one read and people put right is in the history', async () => {
  const id = await uploadOne()
  await bringTo(id, { state: 'done', result: { supplier: 'Acme', total: 12 } })
  await callJson(putValue, put({ id, body: { path: 'total', value: 13, was: 12 } }))
  expect((await read(id)).attempts).toMatchObject([{ number: 1, result: null }])
  await callJson(retry, post({ id, step: receiptStep }))
  const first = { number: 1, result: { supplier: 'Acme', total: 13 } }
  expect(await read(id)).toMatchObject({ result: null, attempts: [first] })
  const failed = { documentId: id, number: 2, key: `second-${id}`, state: 'failed' } as const
  await db().insert(attempts).values(failed)
  await db().update(documents).set({ state: 'failed', attempt: 2 }).where(eq(documents.id, id))
  expect(await read(id)).toMatchObject({ result: null, attempts: [{ number: 2, result: null }, first] })
})
