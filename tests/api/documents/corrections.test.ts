import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { PUT as putChecked } from '@/app/api/documents/[documentId]/checked/route'
import { GET as exportOne } from '@/app/api/documents/[documentId]/export/route'
import { GET as getHistory } from '@/app/api/documents/[documentId]/history/route'
import { POST as retry } from '@/app/api/documents/[documentId]/retry/route'
import { GET as getDetail } from '@/app/api/documents/[documentId]/route'
import { PUT as putValue } from '@/app/api/documents/[documentId]/values/route'
import { GET as list } from '@/app/api/documents/route'
import { db } from '@/lib/db/client'
import { steps } from '@/lib/steps/tables'
import { addPerson, call, callJson, invoiceStep, signInAs } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'uploader' })

let documentId: string

const result = {
  supplier: { name: 'Panaderia', 'tax.id': null },
  total: 3.5,
  line_items: [{ description: 'Pan', amount: 3.5 }, { description: 'Leche' }],
  tags: ['a', 'b'],
  notes: ' ',
  _evidence: { total: { page: 1 } },
}

beforeEach(async () => {
  documentId = await uploadOne()
  await bringTo(documentId, { state: 'done', result })
})

const json = (method: string, body: unknown) => ({
  method,
  params: { documentId },
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const correct = (body: { path: string; value: unknown; was: unknown; place?: unknown }) =>
  callJson(putValue, json('PUT', body))
const detail = async () => (await callJson(getDetail, { params: { documentId } })).body
const exported = async () =>
  (await callJson(exportOne, { path: '/x?format=json', params: { documentId } })).body

test('a corrected value is told with what was read, by whom and when; the result stays as it was read', async () => {
  const { status, body } = await correct({ path: 'total', value: 35, was: 3.5 })
  expect(status).toBe(200)
  expect(body.result).toEqual(result)
  expect(body.corrections).toEqual({
    total: { value: 35, read: 3.5, by: { id: desk.user.id, name: desk.user.name }, at: expect.any(String) },
  })
  expect(await detail()).toEqual(body)
})

const place = { page: 2, box: [0.1, 0.2, 0.3, 0.01], text: '35,00' }

test('where on the page a value was taken from is kept with it, in the history too, and goes when it is typed over', async () => {
  const { status, body } = await correct({ path: 'total', value: 35, was: 3.5, place })
  expect(status).toBe(200)
  expect(body.corrections.total).toMatchObject({ value: 35, place })
  expect((await detail()).corrections).toEqual(body.corrections)
  await correct({ path: 'total', value: 36, was: 35 })
  expect((await detail()).corrections.total).not.toHaveProperty('place')
  const { events } = (await callJson(getHistory, { params: { documentId } })).body
  expect(events.map(({ place: at }: { place: unknown }) => at)).toEqual([null, { page: 2, box: place.box }])
})

test.each([
  ['no page', { ...place, page: 0 }],
  ['a box beyond the page', { ...place, box: [0.1, 0.2, 1.3, 0.01] }],
  ['half a box', { ...place, box: [0.1, 0.2] }],
  ['a text without end', { ...place, text: 'x'.repeat(1001) }],
])('a place with %s is refused, and nothing is saved', async (_what, wrong) => {
  expect((await correct({ path: 'total', value: 35, was: 3.5, place: wrong })).status).toBe(400)
  expect((await detail()).corrections).toEqual({})
})

test.each([
  ['supplier.name', 'Panadería', 'Panaderia', { supplier: { name: 'Panadería' } }],
  ['supplier.tax.id', '1-9', null, { supplier: { 'tax.id': '1-9' } }],
  ['line_items.0.amount', null, 3.5, { line_items: [{ amount: null }, {}] }],
  ['line_items.1.amount', 0.9, null, { line_items: [{}, { amount: 0.9 }] }],
  ['tags.1', 'c', 'b', { tags: ['a', 'c'] }],
  ['due_date', '2026-12-01', null, { due_date: '2026-12-01' }],
  ['notes', 'for breakfast', null, { notes: 'for breakfast' }],
])('%s can be put right, and exports have it', async (path, value, was, data) => {
  expect((await correct({ path, value, was })).status).toBe(200)
  expect((await exported()).data).toMatchObject(data)
})

test('a document is listed with whose it is and what it comes to, as people put it right', async () => {
  const headline = async () => (await callJson(list, { path: '/x?limit=1' })).body.documents[0].headline
  await correct({ path: 'supplier.name', value: 'Panadería', was: 'Panaderia' })
  expect(await headline()).toMatchObject({ from: 'Panadería', total: 3.5 })
})

test('CSV has the corrected value', async () => {
  await correct({ path: 'total', value: 35, was: 3.5 })
  const csv = await call(exportOne, { path: '/x?format=csv', params: { documentId } })
  expect(await csv.text()).toContain(',Panaderia,,35,a | b," ",')
})

test('the value that was read takes a correction back', async () => {
  await correct({ path: 'total', value: 35, was: 3.5 })
  const { body } = await correct({ path: 'total', value: 3.5, was: 35 })
  expect(body.corrections).toEqual({})
})

test('nobody overwrites what they have not seen; other values are not in the way', async () => {
  await correct({ path: 'total', value: 35, was: 3.5 })
  const late = await correct({ path: 'total', value: 3.55, was: 3.5 })
  expect(late).toMatchObject({
    status: 409,
    body: { error: { code: 'document.value_changed', value: 35 } },
  })
  await correct({ path: 'supplier.name', value: 'X', was: 'Panaderia' })
  expect(Object.keys((await detail()).corrections)).toEqual(['total', 'supplier.name'])
})

test.each([
  [{ path: 'total', value: '1e400', was: 3.5 }, 'number'],
  [{ path: 'due_date', value: '61224-01-01', was: null }, 'day'],
])('%j does not fit its field, and what would is said', async (change, kind) => {
  const schema = { properties: { due_date: { type: 'string', format: 'date' } } }
  await db().update(steps).set({ schema }).where(eq(steps.id, invoiceStep))
  const { status, body } = await correct(change)
  expect([status, body.error.code, body.error.kind]).toEqual([422, 'document.value_misfit', kind])
  expect((await detail()).corrections).toEqual({})
})

test('two corrections at the same moment: one is kept, the other told', async () => {
  const both = await Promise.all([
    correct({ path: 'total', value: 1, was: 3.5 }),
    correct({ path: 'total', value: 2, was: 3.5 }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

test.each([
  'supplier',
  'line_items',
  'line_items.7.amount',
  'tags.9',
  '_evidence.total.page',
  '__proto__',
  'constructor',
  '',
])('%s is no value that could be put right', async (path) => {
  expect((await correct({ path, value: 'x', was: null })).status).toBe(400)
  expect((await detail()).corrections).toEqual({})
})

test('checked is told with whom and when, in lists too, and can be taken back', async () => {
  const { body } = await callJson(putChecked, json('PUT', { checked: true }))
  expect(body).toMatchObject({ checkedBy: desk.user.name, checkedAt: expect.any(String) })
  const listed = await callJson(list, { path: '/x?limit=1' })
  expect(listed.body.documents[0]).toMatchObject({ id: documentId, checkedAt: body.checkedAt })
  const undone = await callJson(putChecked, json('PUT', { checked: false }))
  expect(undone.body).toMatchObject({ checkedBy: null, checkedAt: null })
})

test('a value put right after the check takes the check back: its checker did not see it', async () => {
  await callJson(putChecked, json('PUT', { checked: true }))
  const { body } = await correct({ path: 'total', value: 35, was: 3.5 })
  expect(body).toMatchObject({ checkedAt: null, checkedBy: null })
})

test('each change makes the document newer, so that every screen takes it in', async () => {
  const before = await detail()
  const { body: corrected } = await correct({ path: 'total', value: 35, was: 3.5 })
  const { body: checked } = await callJson(putChecked, json('PUT', { checked: true }))
  expect(corrected.version).toBeGreaterThan(before.version)
  expect(checked.version).toBeGreaterThan(corrected.version)
})

test('the list is narrowed to what is to review, or was checked', async () => {
  const validation = { errors: { count: 0, messages: [] }, warnings: { count: 1, messages: ['?'] } }
  documentId = await uploadOne()
  await bringTo(documentId, { state: 'done', result, validation })
  const ids = async (check: string) => {
    const { body } = await callJson(list, { path: `/x?check=${check}` })
    return body.documents.map(({ id }: { id: string }) => id)
  }
  expect([await ids('open'), await ids('done')]).toEqual([[documentId], []])
  await callJson(putChecked, json('PUT', { checked: true }))
  expect([await ids('open'), await ids('done')]).toEqual([[], [documentId]])
})

test('a corrected value is found by a search', async () => {
  await correct({ path: 'supplier.name', value: 'Zapatería Quillota', was: 'Panaderia' })
  const found = await callJson(list, { path: '/x?q=quillota' })
  expect(found.body.documents.map(({ id }: { id: string }) => id)).toEqual([documentId])
})

test('there is nothing to put right or to check before there is a result', async () => {
  documentId = await uploadOne()
  expect((await correct({ path: 'total', value: 1, was: null })).status).toBe(409)
  expect((await callJson(putChecked, json('PUT', { checked: true }))).status).toBe(409)
})

test('nobody changes a document they may not see', async () => {
  signInAs(await addPerson('uploader'))
  expect((await correct({ path: 'total', value: 1, was: 3.5 })).status).toBe(404)
  expect((await callJson(putChecked, json('PUT', { checked: true }))).status).toBe(404)
})

test('a document that failed and is read again starts without a check', async () => {
  await callJson(putChecked, json('PUT', { checked: true }))
  await bringTo(documentId, { state: 'failed' })
  const { body } = await callJson(retry, { method: 'POST', params: { documentId } })
  expect(body).toMatchObject({ state: 'waiting', checkedAt: null })
})
