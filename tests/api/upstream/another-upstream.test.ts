import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { resumeTracking } from '@/lib/documents/lifecycle/execution-store'
import { attempts } from '@/lib/documents/tables'
import { getSettings } from '@/lib/env'
import { beginAnew } from '../support/begin-anew'
import { addDocument, readDocument, submitNow, trackNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'

setUpDesk({ role: 'uploader' })

const { behaviour, calls, executions } = upstream
const { INTRAY_UPSTREAM: kind = 'cloud', DOCUTRAY_API_KEY: key = '' } = getSettings()

beforeEach(async () => {
  useUpstream({ kind, key })
  await beginAnew(upstream)
})

function useUpstream(given: { kind: 'cloud' | 'engine'; key: string }) {
  Object.assign(getSettings(), { INTRAY_UPSTREAM: given.kind, DOCUTRAY_API_KEY: given.key })
}

const unknownThere = () => ({ status: 404, body: { message: 'Execution not found' } })

test('a document in flight when the upstream changes waits for a person, and goes on when the desk is back there', async () => {
  const id = await addDocument()
  await submitNow()
  useUpstream({ kind: 'engine', key: 'dt_another_account' })
  behaviour.refuseStatus = unknownThere
  for (let looks = 0; looks < 3; looks += 1) await trackNow()
  expect(await readDocument(id)).toMatchObject({
    state: 'uncertain',
    nextTryAt: null,
    current: { state: 'uncertain', errorCode: 'upstream.changed' },
    lines: [],
  })
  expect(await resumeTracking()).toBe(0)

  useUpstream({ kind, key })
  behaviour.refuseStatus = undefined
  expect(await resumeTracking()).toBe(1)
  await trackNow()
  await trackNow()
  expect(await readDocument(id)).toMatchObject({
    state: 'done',
    attempt: 1,
    current: { errorCode: null },
    lines: [{ counted: true }],
  })
  expect(calls.submit).toBe(1)
})

test('a new key of the same account changes nothing for documents in flight', async () => {
  const id = await addDocument()
  await submitNow()
  useUpstream({ kind, key: 'dt_the_next_key_of_this_account' })
  await trackNow()
  await trackNow()
  expect(await readDocument(id)).toMatchObject({ state: 'done', lines: [{ counted: true }] })
})

test('an engine is not sent again what another upstream was sent when its sender died', async () => {
  const values = { number: 1, state: 'sending', sentAt: new Date() } as const
  const id = await addDocument({ state: 'sending', reason: null, attempt: 1 })
  await db()
    .insert(attempts)
    .values({ ...values, documentId: id, key: 'att_elsewhere', upstream: 'another' })
  useUpstream({ kind: 'engine', key })
  await submitNow()
  expect(await readDocument(id)).toMatchObject({ state: 'uncertain' })
  expect(executions).toEqual([])
})
