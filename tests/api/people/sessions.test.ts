import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { DELETE as endOne } from '@/app/api/account/sessions/[sessionId]/route'
import { GET as listMine } from '@/app/api/account/sessions/route'
import { GET as openEvents } from '@/app/api/events/route'
import { PATCH as changePerson } from '@/app/api/people/[personId]/route'
import { GET as readSteps } from '@/app/api/steps/route'
import { db } from '@/lib/db/client'
import { startHub } from '@/lib/events/hub'
import { deleteOldSessions } from '@/lib/people/sessions/store'
import { addPerson, call, callJson, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk()
beforeAll(startHub)

type Listed = { id: string; device: string; current: boolean }
const list = async () => (await callJson(listMine)).body.sessions as Listed[]
const end = async (sessionId: string) =>
  (await call(endOne, { method: 'DELETE', params: { sessionId } })).status
const statusHere = async () => (await call(readSteps)).status

test('people see where they are signed in, and which of it is here', async () => {
  const ada = await addPerson('uploader')
  signInAs(ada)
  await list()
  signInAs(ada)
  const sessions = await list()
  expect(sessions.map(({ current }) => current).sort()).toEqual([false, true])
  expect(sessions[0]).toMatchObject({ device: 'a browser of the tests' })
  expect(Object.keys(sessions[0] ?? {}).sort()).toEqual([
    'current',
    'device',
    'id',
    'lastSeenAt',
    'startedAt',
  ])
})

test('a session that was ended is over for every call, also with its cookie', async () => {
  signInAs(await addPerson('uploader'))
  expect(await statusHere()).toBe(200)
  const [mine] = await list()
  expect(await end(mine?.id ?? '')).toBe(204)
  expect(await statusHere()).toBe(401)
})

test('nobody ends a session of somebody else', async () => {
  signInAs(await addPerson('uploader'))
  const [theirs] = await list()
  signInAs(await addPerson('admin'))
  expect(await end(theirs?.id ?? '')).toBe(404)
})

test('the stream of news ends at once with its session, and no other does', async () => {
  const ada = await addPerson('uploader')
  signInAs(ada)
  const first = await call(openEvents)
  const [session] = await list()
  signInAs(ada)
  const second = await call(openEvents)
  await end(session?.id ?? '')
  const rest = async (stream: Response) => {
    const reader = stream.body?.getReader()
    for (;;) if ((await reader?.read())?.done) return 'ended'
  }
  expect(await rest(first)).toBe('ended')
  const other = rest(second)
  expect(await Promise.race([other, statusHere()])).toBe(200)
  const [another] = (await list()).filter(({ current }) => current)
  await end(another?.id ?? '')
  expect(await other).toBe('ended')
})

test('who was disabled and is let in again has to sign in again', async () => {
  const [admin, ada] = [await addPerson('admin'), await addPerson('uploader')]
  const disable = async (disabled: boolean) => {
    signInAs(admin)
    const body = JSON.stringify({ disabled })
    expect((await call(changePerson, { method: 'PATCH', params: { personId: ada.id }, body })).status).toBe(
      200,
    )
  }
  signInAs(ada)
  const [before] = await list()
  await disable(true)
  await disable(false)
  signInAs(ada)
  expect((await list()).map(({ id }) => id)).not.toContain(before?.id)
})

test('a session ends by itself after fourteen days, and is forgotten after thirty', async () => {
  signInAs(await addPerson('uploader'))
  expect(await statusHere()).toBe(200)
  await db().execute(sql`update sessions set started_at = now() - interval '15 days'`)
  expect(await statusHere()).toBe(401)
  await deleteOldSessions()
  const count = async () =>
    (await db().execute(sql`select * from sessions`)) as unknown as { rows: unknown[] }
  expect((await count()).rows.length).toBeGreaterThan(0)
  await db().execute(sql`update sessions set started_at = now() - interval '31 days'`)
  await deleteOldSessions()
  expect((await count()).rows).toEqual([])
})
