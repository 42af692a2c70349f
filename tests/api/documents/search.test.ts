import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { GET as listDocuments } from '@/app/api/documents/route'
import { db } from '@/lib/db/client'
import { submitDue } from '@/lib/documents/lifecycle/submit'
import { attempts } from '@/lib/documents/tables'
import { addPerson, callJson, type Desk, openDesk, signInAs } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { trackNow } from '../support/pumps'

const { upstream } = await vi.hoisted(async () => {
  const { startStubUpstream } = await import('../../stubs/upstream')
  const upstream = await startStubUpstream()
  process.env.DOCUTRAY_BASE_URL = upstream.url
  process.env.DOCUTRAY_API_KEY = 'dt_live_of_the_tests'
  return { upstream }
})

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(async () => {
  await desk.close()
  await upstream.close()
})

async function find(q: string): Promise<string[]> {
  const { body } = await callJson(listDocuments, { path: `/api/documents?q=${encodeURIComponent(q)}` })
  return body.documents.map((one: { id: string }) => one.id)
}

test('a document is found by its name and metadata at once, and by its values when they have been read', async () => {
  signInAs(await addPerson('uploader'))
  const id = await uploadOne({ as: 'Boleta Nº 7.pdf', metadata: '{"order":"PO-7781"}' })
  expect(await find('boleta')).toEqual([id])
  expect(await find('po-7781')).toEqual([id])
  expect(await find('12.50')).toEqual([])
  await submitDue()
  for (let look = 0; look < 3; look++) await trackNow()
  expect(await find('12.50')).toEqual([id])
  expect(await find('boleta 12.50')).toEqual([id])
  expect(await find('factura 12.50')).toEqual([])
})

test('a whole id of ours or the upstream’s finds its document, whichever attempt it was of', async () => {
  signInAs(await addPerson('uploader'))
  const id = await uploadOne()
  await bringTo(id, { state: 'failed' })
  const executionId = 'cm0000000000000000000test'
  await db().update(attempts).set({ executionId }).where(eq(attempts.documentId, id))
  expect(await find(id)).toEqual([id])
  expect(await find(executionId)).toEqual([id])
  signInAs(await addPerson('uploader'))
  expect(await find(id)).toEqual([])
  expect(await find(executionId)).toEqual([])
})

test('nobody finds what they may not see, and signs alone find nothing', async () => {
  signInAs(await addPerson('uploader'))
  const id = await uploadOne({ as: 'payroll.pdf' })
  expect(await find('payroll')).toEqual([id])
  expect(await find('%')).toEqual([])
  signInAs(await addPerson('uploader'))
  expect(await find('payroll')).toEqual([])
})
