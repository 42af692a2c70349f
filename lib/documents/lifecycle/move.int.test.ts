import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { documentChannel } from '@/lib/db/notify'
import type { SignedInUser } from '@/lib/people/roles'
import { addPerson, type Desk, openDesk } from '@/tests/api/support/desk'
import { addDocument } from '@/tests/api/support/pumps'
import { canMove, type DocumentState, documentStateNames } from '../model/status'
import { attempts, documents } from '../tables'
import { move, reschedule } from './move'
import { rescheduleAll } from './reschedule-all-store'
import { releaseQuotaHold } from './waiting-store'

let desk: Desk
let owner: SignedInUser
const told: string[] = []

beforeAll(async () => {
  desk = await openDesk()
  owner = await addPerson('uploader')
  await desk.connection.listen({
    channels: { [documentChannel]: (id) => told.push(id) },
    onGap: () => undefined,
  })
})
beforeEach(() => told.splice(0))
afterAll(() => desk.close())

const inAnHour = new Date(Date.now() + 3_600_000)

async function read(id: string) {
  const [row] = await db().select().from(documents).where(eq(documents.id, id))
  if (!row) throw new Error(`no document ${id}`)
  return row
}

const pairs = documentStateNames.flatMap((from) => documentStateNames.map((to) => ({ from, to })))

test.each(pairs)(
  'from $from to $to: told with a new version, or refused and unchanged',
  async ({ from, to }) => {
    const id = await addDocument({ owner, state: from, reason: null })
    const before = await read(id)
    const moving = move({ where: eq(documents.id, id), from: [from], to: { state: to, confirmedBy: 'desk' } })
    if (canMove({ from, to })) {
      expect(await moving).toEqual([{ id, attempt: 0 }])
      const after = await read(id)
      expect(after.state).toBe(to)
      expect(after.version).toBeGreaterThan(before.version)
      await vi.waitFor(() => expect(told).toEqual([id]))
    } else {
      await expect(moving).rejects.toThrow(`from ${from} to ${to}`)
      expect(await read(id)).toEqual(before)
      expect(told).toEqual([])
    }
  },
)

test('a document that something overtook is left as it is, and its attempt too', async () => {
  const id = await addDocument({ owner, state: 'done', reason: null, attempt: 1 })
  await db().insert(attempts).values({ documentId: id, number: 1, key: id, state: 'done' })
  const before = await read(id)
  const where = eq(documents.id, id)
  const late = { where, from: ['sending'], to: { state: 'uncertain' }, attempt: { errorCode: 'x' } } as const
  expect(await move(late)).toEqual([])
  expect(await read(id)).toEqual(before)
  const isAttempt = and(eq(attempts.documentId, id), eq(attempts.number, 1))
  expect(await db().select().from(attempts).where(isAttempt)).toMatchObject([
    { state: 'done', errorCode: null },
  ])
})

test('the attempt of a document goes where the document goes', async () => {
  const id = await addDocument({ owner, state: 'sending', reason: null, attempt: 2 })
  for (const number of [1, 2]) {
    await db()
      .insert(attempts)
      .values({ documentId: id, number, key: `${id}-${number}`, state: 'sending' })
  }
  await move({
    where: eq(documents.id, id),
    from: ['sending'],
    to: { state: 'enqueued', nextTryAt: inAnHour },
    attempt: { executionId: `c${id}` },
  })
  const rows = await db().select().from(attempts).where(eq(attempts.documentId, id))
  expect(new Map(rows.map(({ number, state, executionId }) => [number, [state, executionId]]))).toEqual(
    new Map([
      [1, ['sending', null]],
      [2, ['enqueued', `c${id}`]],
    ]),
  )
})

test('what has ended is looked at no more', async () => {
  const id = await addDocument({
    owner,
    state: 'enqueued',
    reason: null,
    failedTries: 2,
    pollRequested: true,
  })
  await move({
    where: eq(documents.id, id),
    from: ['enqueued'],
    to: { state: 'done', finishedAt: new Date() },
  })
  expect(await read(id)).toMatchObject({
    nextTryAt: null,
    failedTries: 0,
    pollRequested: false,
    reason: null,
  })
})

test('a poll put off is told to nobody', async () => {
  const id = await addDocument({ owner, state: 'enqueued', reason: null })
  const { version } = await read(id)
  await reschedule({ where: eq(documents.id, id), states: ['enqueued'], nextTryAt: inAnHour })
  expect(await read(id)).toMatchObject({ version, nextTryAt: inAnHour })
  expect(told).toEqual([])
})

test('who waits for pages or for its time is told when it may go on earlier', async () => {
  const held = { owner, state: 'waiting' as DocumentState, reason: 'quota', nextTryAt: inAnHour } as const
  for (const release of [() => releaseQuotaHold({ maxPages: 3 }), rescheduleAll]) {
    const id = await addDocument(held)
    const before = await read(id)
    await release()
    const after = await read(id)
    expect(after.nextTryAt?.getTime()).toBeLessThanOrEqual(Date.now())
    expect(after.version).toBeGreaterThan(before.version)
    await vi.waitFor(() => expect(told).toContain(id))
  }
})
