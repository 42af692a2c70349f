import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as outcomes from '@/lib/documents/lifecycle/submit-store'
import { beginAnew } from '../support/begin-anew'
import { addPerson, type Desk, openDesk } from '../support/desk'
import { addDocument, readDocument, submitNow, trackNow } from '../support/pumps'

const upstream = await vi.hoisted(async () => {
  const { startStubUpstream } = await import('../../stubs/upstream')
  const stub = await startStubUpstream()
  process.env.DOCUTRAY_BASE_URL = stub.url
  return stub
})

let desk: Desk
let owner: Awaited<ReturnType<typeof addPerson>>

beforeAll(async () => {
  desk = await openDesk()
  owner = await addPerson('uploader')
})
beforeEach(() => beginAnew(upstream))
afterAll(async () => {
  await desk.close()
  await upstream.close()
})

const isAway = new Error('the database is away')

test('an acceptance is written down once the database is back, and the document is not sent again', async () => {
  const record = vi.spyOn(outcomes, 'recordAccepted')
  record.mockRejectedValueOnce(isAway).mockRejectedValueOnce(isAway)
  const id = await addDocument({ owner })
  await submitNow()
  expect(record).toHaveBeenCalledTimes(3)
  expect(await readDocument(id)).toMatchObject({
    state: 'enqueued',
    current: { executionId: upstream.executions[0]?.id },
  })
  expect(upstream.calls.submit).toBe(1)
})

test('a document called uncertain while its acceptance could not be written down is followed after all', async () => {
  const record = vi.spyOn(outcomes, 'recordAccepted')
  record.mockImplementationOnce(async (ref) => {
    await outcomes.recordUncertain({ ...ref, error: { code: 'upstream.answer_not_seen', detail: null } })
    throw isAway
  })
  const id = await addDocument({ owner })
  await submitNow()
  expect(await readDocument(id)).toMatchObject({
    state: 'enqueued',
    confirmedBy: 'submit',
    current: { executionId: upstream.executions[0]?.id, errorCode: null },
  })
  await trackNow()
  await trackNow()
  expect(await readDocument(id)).toMatchObject({ state: 'done', attempt: 1, lines: [{ counted: true }] })
})
