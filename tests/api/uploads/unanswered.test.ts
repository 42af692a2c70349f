import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { POST } from '@/app/api/documents/route'
import { db } from '@/lib/db/client'
import { originalKey } from '@/lib/documents/intake/ingest'
import { documents } from '@/lib/documents/tables'
import { fileStore } from '@/lib/files/stores'
import { callJson, invoiceStep, sample, uploadForm } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk({ role: 'uploader' })

test('a document whose writing down was never answered has its file all the same', async () => {
  const before = await db().$count(documents)
  const database = db()
  const transact = database.transaction.bind(database)
  const spy = vi.spyOn(database, 'transaction').mockImplementation(async (run, options) => {
    const done = await transact(run, options)
    if ((await database.$count(documents)) > before) throw new Error('the connection was lost')
    return done
  })
  const bytes = await sample('invoice.pdf', { unique: true })
  const body = uploadForm({ files: [{ name: 'lost.pdf', bytes }], fields: { step: invoiceStep } })
  const { status } = await callJson(POST, { method: 'POST', path: '/api/documents', body })
  spy.mockRestore()
  expect(status).toBe(500)
  const [document] = await db().select().from(documents).where(eq(documents.name, 'lost.pdf'))
  expect(await fileStore().findBytes(originalKey(document?.id ?? ''))).toBe(bytes.length)
})
