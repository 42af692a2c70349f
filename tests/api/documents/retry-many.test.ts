import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { GET, POST } from '@/app/api/documents/retry/route'
import { db } from '@/lib/db/client'
import { documents } from '@/lib/documents/tables'
import { addPerson, callJson } from '../support/desk'
import { addDocument } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk({ role: 'uploader' })

beforeEach(async () => {
  await db().delete(documents)
})

type Row = Partial<typeof documents.$inferInsert>

const add = (state: 'failed' | 'done' | 'cancelled', row: Row = {}) =>
  addDocument({ state, reason: null, nextTryAt: null, ...row })
const retry = async (body: unknown, language = 'en') => {
  const headers = { 'content-type': 'application/json', 'accept-language': language }
  return callJson(POST, { method: 'POST', headers, body: JSON.stringify(body) })
}
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()

test('by id, those that may be read again are, and of each other one is said why not', async () => {
  const failed = await add('failed')
  const done = await add('done', { name: 'ready.pdf' })
  const gone = await add('failed', { name: 'gone.pdf', fileKey: null })
  const foreign = await addDocument({ owner: await addPerson('uploader'), state: 'failed' })
  const { status, body } = await retry({ ids: [failed, done, gone, foreign, 'doc_none'] })
  expect(status).toBe(200)
  expect(idsOf(body.documents)).toEqual([failed])
  expect(body.documents[0].state).toBe('waiting')
  expect(body.refused.map(({ name, code }: { name: string; code: string }) => [name, code])).toEqual([
    ['ready.pdf', 'document.state_forbids'],
    ['gone.pdf', 'document.original_gone'],
    ['', 'document.not_found'],
    ['', 'document.not_found'],
  ])
})

test('reasons are told in the language of who asks', async () => {
  const gone = await add('failed', { fileKey: null })
  const english = (await retry({ ids: [gone] })).body.refused[0].message
  const spanish = (await retry({ ids: [gone] }, 'es')).body.refused[0].message
  expect(english).toMatch(/original was deleted/)
  expect(spanish).not.toBe(english)
})

test('by filter, all failed ones it matches are read again in one call', async () => {
  const invoices = [
    await add('failed', { name: 'a invoice.pdf' }),
    await add('failed', { name: 'b invoice.pdf' }),
  ]
  await add('failed', { name: 'receipt.pdf', stepId: 'other' })
  await add('cancelled')
  const { body } = await retry({ filter: { step: 'cinvoice00000000000000000' } })
  expect(idsOf(body.documents)).toEqual(invoices.sort())
  expect(body).toMatchObject({ refused: [], left: 0 })
})

test('a filter’s cost is told beforehand, without documents whose original is gone or that are others’', async () => {
  await add('failed', { pages: 3 })
  await add('failed', { pages: 4 })
  await add('failed', { pages: 50, fileKey: null })
  await add('done', { pages: 60 })
  await addDocument({ owner: await addPerson('uploader'), state: 'failed', pages: 70 })
  const cost = async (search = '') => (await callJson(GET, { path: `/api/documents/retry?${search}` })).body
  expect(await cost()).toEqual({ documents: 2, pages: 7 })
  expect(await cost('state=done')).toEqual({ documents: 0, pages: 0 })
  expect(await cost('from=2020-01-01&to=2020-01-02')).toEqual({ documents: 0, pages: 0 })
})

test('of more than 500 the newest 500 go first, and how many are left is told', async () => {
  const model = await add('failed')
  const [row] = await db().select().from(documents).where(eq(documents.id, model))
  if (!row) throw new Error('the model document is not there')
  const { version: _version, ...values } = row
  const others = Array.from({ length: 502 }, (_, index) => ({ ...values, id: `doc_copy_${index}` }))
  await db().insert(documents).values(others)
  const first = (await retry({ filter: {} })).body
  expect([first.documents.length, first.left]).toEqual([500, 3])
  const second = (await retry({ filter: {} })).body
  expect([second.documents.length, second.left]).toEqual([3, 0])
})

test('uncertain documents are never read again by a filter: their pages may count twice', async () => {
  await addDocument({ state: 'uncertain' })
  expect((await retry({ filter: { state: 'uncertain' } })).body.documents).toEqual([])
})

test('neither ids nor a filter, and ids that cannot be stored, are refused', async () => {
  expect((await retry({})).status).toBe(400)
  expect((await retry({ ids: ['a\0b'] })).status).toBe(400)
})
