import { beforeEach, expect, test } from 'vitest'
import { PUT as putChecked } from '@/app/api/documents/[documentId]/checked/route'
import { GET as exportOne } from '@/app/api/documents/[documentId]/export/route'
import { GET as getDetail } from '@/app/api/documents/[documentId]/route'
import { PUT as putRow } from '@/app/api/documents/[documentId]/rows/route'
import { PUT as putValue } from '@/app/api/documents/[documentId]/values/route'
import { GET as list } from '@/app/api/documents/route'
import { addPerson, call, callJson, signInAs } from '../support/desk'
import { bringTo, uploadOne } from '../support/documents'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'uploader' })

let documentId: string

const result = {
  supplier: 'Panaderia',
  total: 3.5,
  line_items: [
    { description: 'Pan', amount: 1 },
    { description: 'Leche', amount: 2.5 },
  ],
  discounts: null,
  tags: ['a', 'b'],
  _evidence: { line_items: [{ amount: { page: 1 } }, { amount: { page: 2 } }] },
}

beforeEach(async () => {
  documentId = await uploadOne()
  await bringTo(documentId, { state: 'done', result })
})

const put = (handler: Parameters<typeof callJson>[0], body: unknown) =>
  callJson(handler, {
    method: 'PUT',
    params: { documentId },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const change = (action: string, path: string, more: { row?: string; before?: string } = {}) =>
  put(putRow, { action, path, ...more })
const correct = (body: { path: string; value: unknown; was: unknown }) => put(putValue, body)
const detail = async () => (await callJson(getDetail, { params: { documentId } })).body
const exported = async () =>
  (await callJson(exportOne, { path: '/x?format=json', params: { documentId } })).body.data

test('a row is inserted in front of another; evidence, exports and what is deleted keep to their own rows', async () => {
  await change('add', 'line_items', { row: 'line_items.2', before: 'line_items.1' })
  await correct({ path: 'line_items.2.amount', value: 0.5, was: null })
  await change('add', 'line_items', { row: 'line_items.3', before: 'line_items.2' })
  await correct({ path: 'line_items.3.amount', value: 0.25, was: null })
  const amounts = async () => (await exported()).line_items.map(({ amount }: { amount: number }) => amount)
  expect(await amounts()).toEqual([1, 0.25, 0.5, 2.5])
  const { line_items } = (await exported())._evidence
  expect(line_items).toEqual([{ amount: { page: 1 } }, {}, {}, { amount: { page: 2 } }])
  await change('remove', 'line_items.0')
  await change('remove', 'line_items.2')
  expect(await amounts()).toEqual([0.25, 2.5])
  await change('restore', 'line_items.2')
  expect(await amounts()).toEqual([0.25, 0.5, 2.5])
})

test('a row that is to have a path is added once, whoever else was quicker', async () => {
  const add = () => change('add', 'line_items', { row: 'line_items.2' })
  const { body } = await add()
  // Sent once more because its answer was lost.
  expect((await add()).body.corrections).toEqual(body.corrections)
  signInAs(await addPerson('admin'))
  expect(await add()).toMatchObject({ status: 409, body: { error: { code: 'document.value_changed' } } })
  expect((await exported()).line_items).toHaveLength(3)
})

test.each(['line_items.9', 'discounts.0', 'supplier', 'tags.0'])(
  'nothing is inserted in front of %s, which is no row of the list',
  async (before) => {
    expect((await change('add', 'line_items', { before })).status).toBe(400)
    expect((await detail()).corrections).toEqual({})
  },
)

test('a row the reading missed is added at the end, filled in, exported and found by a search', async () => {
  const { status, body } = await change('add', 'line_items')
  expect(status).toBe(200)
  expect(body.result).toEqual(result)
  expect(body.corrections).toEqual({
    'line_items.2': {
      ...{ added: true, removed: false },
      ...{ by: { id: desk.user.id, name: desk.user.name }, at: expect.any(String) },
    },
  })
  await correct({ path: 'line_items.2.description', value: 'Queso Chanco', was: null })
  await correct({ path: 'line_items.2.amount', value: 7, was: null })
  expect((await exported()).line_items).toEqual([
    ...result.line_items,
    { description: 'Queso Chanco', amount: 7 },
  ])
  const csv = await call(exportOne, { path: '/x?format=csv&rows=lines', params: { documentId } })
  expect((await csv.text()).trim().split('\r\n')).toHaveLength(4)
  const found = await callJson(list, { path: '/x?q=chanco' })
  expect(found.body.documents.map(({ id }: { id: string }) => id)).toEqual([documentId])
})

test('a row the reading invented is taken out with its evidence; the others keep their own', async () => {
  await change('remove', 'line_items.0')
  expect(await exported()).toMatchObject({
    line_items: [{ description: 'Leche', amount: 2.5 }],
    _evidence: { line_items: [{ amount: { page: 2 } }] },
  })
  await correct({ path: 'line_items.1.amount', value: 2.6, was: 2.5 })
  expect((await exported()).line_items).toEqual([{ description: 'Leche', amount: 2.6 }])
  expect((await detail()).result).toEqual(result)
})

test('a row taken out is put back as it was, with what had been corrected in it', async () => {
  await correct({ path: 'line_items.0.amount', value: 1.1, was: 1 })
  await change('remove', 'line_items.0')
  const { body } = await change('restore', 'line_items.0')
  expect(Object.keys(body.corrections)).toEqual(['line_items.0.amount'])
  expect((await exported()).line_items[0]).toEqual({ description: 'Pan', amount: 1.1 })
})

test('rows added and taken out again leave the places of the others alone', async () => {
  await change('add', 'line_items')
  await change('add', 'line_items')
  await correct({ path: 'line_items.3.description', value: 'Sal', was: null })
  await change('remove', 'line_items.2')
  await change('add', 'line_items')
  await correct({ path: 'line_items.4.description', value: 'Té', was: null })
  const items = (await exported()).line_items.map(({ description }: { description: string }) => description)
  expect(items).toEqual(['Pan', 'Leche', 'Sal', 'Té'])
  await change('restore', 'line_items.2')
  expect((await exported()).line_items).toHaveLength(5)
})

test('a list of which nothing was read takes its first row', async () => {
  await change('add', 'discounts')
  await correct({ path: 'discounts.0.amount', value: 1, was: null })
  expect((await exported()).discounts).toEqual([{ amount: 1 }])
})

test('two rows added at the same moment are two rows', async () => {
  await Promise.all([change('add', 'line_items'), change('add', 'line_items')])
  expect((await exported()).line_items).toHaveLength(4)
})

test.each([
  ['add', 'supplier'],
  ['add', 'tags'],
  ['add', 'line_items.0'],
  ['add', '_evidence'],
  ['add', '__proto__'],
  ['remove', 'line_items.2'],
  ['remove', 'line_items'],
  ['remove', 'tags.0'],
  ['remove', 'supplier'],
  ['restore', '_evidence.line_items.0'],
  ['paint', 'line_items'],
])('%s %s is refused and changes nothing', async (action, path) => {
  expect((await change(action, path)).status).toBe(400)
  expect((await detail()).corrections).toEqual({})
})

test('a changed row takes an earlier check back, and is nobody else’s to change', async () => {
  await put(putChecked, { checked: true })
  expect((await change('remove', 'line_items.0')).body).toMatchObject({ checkedAt: null, checkedBy: null })
  signInAs(await addPerson('uploader'))
  expect((await change('add', 'line_items')).status).toBe(404)
})

test('a row that is where it should be already changes nothing: the check stands, and who was first', async () => {
  await change('remove', 'line_items.0')
  const { corrections } = (await put(putChecked, { checked: true })).body
  signInAs(await addPerson('admin'))
  await change('remove', 'line_items.0')
  const { body } = await change('restore', 'line_items.1')
  expect(body.checkedBy).toBe(desk.user.name)
  expect(body.corrections).toEqual(corrections)
})

test('there are no rows to change before there is a result', async () => {
  documentId = await uploadOne()
  expect((await change('add', 'line_items')).status).toBe(409)
})
