import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { GET as readColumns, PUT as saveColumns } from '@/app/api/documents/columns/route'
import { PATCH as changeView, DELETE as deleteView } from '@/app/api/documents/views/[viewId]/route'
import { POST as createView, GET as listViews } from '@/app/api/documents/views/route'
import { db } from '@/lib/db/client'
import { documentViews } from '@/lib/documents/tables'
import { maxViews } from '@/lib/documents/views/schema'
import type { SignedInUser } from '@/lib/people/roles'
import { users } from '@/lib/people/tables'
import { addPerson, callJson, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'uploader' })

const columns = ['total', 'state']
const unpaid = {
  name: ' Unpaid ',
  filter: { state: 'failed,done', dueTo: '2026-12-01', sort: 'due' },
  columns,
}

const json = (method: string, body: unknown) => ({ method, body: JSON.stringify(body) })
const list = async () => (await callJson(listViews)).body.views
const create = (body: object) => callJson(createView, json('POST', { ...unpaid, ...body }))
const change = ({ id, ...body }: { id: string; name?: string; shared?: boolean; filter?: object }) =>
  callJson(changeView, { ...json('PATCH', body), params: { viewId: id } })
const remove = (id: string) => callJson(deleteView, { method: 'DELETE', params: { viewId: id } })
const columnsOf = async (user: SignedInUser) => {
  signInAs(user)
  return (await callJson(readColumns)).body.columns
}

test('the columns a person chose are theirs on every machine, and nobody else’s', async () => {
  expect(await columnsOf(desk.user)).toBeNull()
  expect((await callJson(saveColumns, json('PUT', { columns }))).body).toEqual({ columns })
  await callJson(saveColumns, json('PUT', { columns: ['state', 'total', 'due'] }))
  expect(await columnsOf(await addPerson('uploader'))).toBeNull()
  expect(await columnsOf(desk.user)).toEqual(['state', 'total', 'due'])
})

test.each([[[]], [['total', 'total']], [['price']], ['total']])(
  'the columns %j are refused',
  async (columns) => {
    expect((await callJson(saveColumns, json('PUT', { columns }))).status).toBe(400)
  },
)

test('a view keeps filter, order and columns by its name, and is its owner’s alone until it is shared', async () => {
  const other = await addPerson('uploader')
  const { status, body } = await create({})
  expect(status).toBe(201)
  const { id } = body
  const kept = { name: 'Unpaid', columns, filter: { state: 'done,failed', dueTo: '2026-12-01', sort: 'due' } }
  expect(body.views).toMatchObject([{ id, ...kept, shared: false, isOwn: true, mayChange: true }])
  signInAs(other)
  expect(await list()).toEqual([])
  expect((await change({ id, name: 'Mine' })).status).toBe(404)
  signInAs(desk.user)
  await change({ id, shared: true, name: 'To pay' })
  signInAs(other)
  const owner = { id: desk.user.id, name: desk.user.name }
  expect(await list()).toMatchObject([{ ...kept, name: 'To pay', owner, isOwn: false, mayChange: false }])
  expect((await change({ id, name: 'Mine' })).body.error.code).toBe('auth.forbidden')
  expect((await remove(id)).status).toBe(403)
  expect((await list())[0].name).toBe('To pay')
})

test('a shared view is changed and deleted by its owner or an administrator', async () => {
  const { id } = (await create({ shared: true })).body
  signInAs(await addPerson('admin'))
  expect((await change({ id, filter: { q: 'acme' } })).status).toBe(200)
  signInAs(desk.user)
  expect((await list()).find((view: { id: string }) => view.id === id).filter).toEqual({ q: 'acme' })
  expect((await remove(id)).status).toBe(200)
  expect((await list()).some((view: { id: string }) => view.id === id)).toBe(false)
  expect((await remove(id)).body.error.code).toBe('view.not_found')
})

test('the shared views of a deleted person stay, and an administrator may change them', async () => {
  const gone = await addPerson('reviewer')
  signInAs(gone)
  const { id } = (await create({ shared: true, name: 'Left behind' })).body
  await db().delete(users).where(eq(users.id, gone.id))
  signInAs(desk.user)
  const isIt = (view: { id: string }) => view.id === id
  expect((await list()).find(isIt)).toMatchObject({ owner: null, mayChange: false })
  signInAs(await addPerson('admin'))
  expect((await change({ id, name: 'Taken over' })).status).toBe(200)
})

test('columns of another version are left out of a view, and what is no filter is refused', async () => {
  const { id } = (await create({})).body
  await db()
    .update(documentViews)
    .set({ columns: ['price', 'total'] })
    .where(eq(documentViews.id, id))
  expect((await list()).find((view: { id: string }) => view.id === id).columns).toEqual(['total'])
  const refused = [
    ...[{ name: ' ' }, { name: 'x'.repeat(81) }, { columns: [] }, { owner: 'me' }],
    ...[{ filter: { state: 'gone' } }, { filter: { colour: 'red' } }, { filter: { q: 'x'.repeat(201) } }],
  ]
  for (const body of refused) expect((await create(body)).status, JSON.stringify(body)).toBe(400)
})

test('a person keeps so many views and no more', async () => {
  const person = await addPerson('uploader')
  signInAs(person)
  const rows = Array.from({ length: maxViews }, (_, at) => ({
    ...{ id: `view_${person.id}_${at}`, ownerId: person.id },
    ...{ name: `View ${at}`, filter: {}, columns },
  }))
  await db().insert(documentViews).values(rows)
  expect((await create({})).body.error.code).toBe('view.too_many')
})
