import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { GET as listDocuments } from '@/app/api/documents/route'
import { db } from '@/lib/db/client'
import { submitDue } from '@/lib/documents/lifecycle/submit'
import { attempts } from '@/lib/documents/tables'
import { addPerson, callJson, signInAs } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { trackNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'
import '../support/upstream'

setUpDesk({ role: 'uploader' })

async function find(q: string): Promise<string[]> {
  const { body } = await callJson(listDocuments, { path: `/api/documents?q=${encodeURIComponent(q)}` })
  return body.documents.map((one: { id: string }) => one.id)
}

test('a document is found by its name and metadata at once, and by its values when they have been read', async () => {
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
  const id = await uploadOne({ as: 'payroll.pdf' })
  expect(await find('payroll')).toEqual([id])
  expect(await find('%')).toEqual([])
  signInAs(await addPerson('uploader'))
  expect(await find('payroll')).toEqual([])
})
