import { beforeEach, expect, test, vi } from 'vitest'
import * as outcomes from '@/lib/documents/lifecycle/submit-store'
import { beginAnew } from '../support/begin-anew'
import { addDocument, readDocument, submitNow, trackNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'

setUpDesk({ role: 'uploader' })

beforeEach(() => beginAnew(upstream))

const isAway = new Error('the database is away')

test('an acceptance is written down once the database is back, and the document is not sent again', async () => {
  const record = vi.spyOn(outcomes, 'recordAccepted')
  record.mockRejectedValueOnce(isAway).mockRejectedValueOnce(isAway)
  const id = await addDocument()
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
  const id = await addDocument()
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
