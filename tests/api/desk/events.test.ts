import { eq } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { GET } from '@/app/api/events/route'
import { db } from '@/lib/db/client'
import { notifyDocuments, notifyUsage } from '@/lib/db/notify'
import { documents, nextVersion } from '@/lib/documents/tables'
import { startHub } from '@/lib/events/hub'
import { endStreams, listSubscribers, mostStreamsOfPerson, subscribe } from '@/lib/events/subscribers'
import { savePassword } from '@/lib/people/passwords/password-store'
import type { Role } from '@/lib/people/roles'
import { users } from '@/lib/people/tables'
import { saveSettings } from '@/lib/settings/store'
import { eventually } from '@/tests/support/eventually'
import { addPerson, call, signInAs } from '../support/desk'
import { addDocument } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk()

beforeAll(async () => {
  await startHub()
})

type ReceivedEvent = { event: string; data: Record<string, unknown> }

/** Opens a stream as a browser would and collects the events of it. */
async function listen(role: Role, person?: Awaited<ReturnType<typeof addPerson>>) {
  const user = person ?? (await addPerson(role))
  signInAs(user)
  const leaving = new AbortController()
  const response = await call(GET, { path: '/api/events', signal: leaving.signal })
  const received: ReceivedEvent[] = []
  let hasEnded = false
  const reading = (async () => {
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const [, event, data] = block.match(/^event: (.*)\ndata: (.*)$/) ?? []
        if (event && data) received.push({ event, data: JSON.parse(data) })
      }
    }
    hasEnded = true
  })()
  await eventually(() => expect(received).toContainEqual(expect.objectContaining({ event: 'hello' })))
  return { user, response, received, reading, leave: () => leaving.abort(), hasEnded: () => hasEnded }
}

async function change(id: string, values: Partial<typeof documents.$inferInsert> = {}) {
  await db().transaction(async (tx) => {
    await tx
      .update(documents)
      .set({ ...values, version: nextVersion })
      .where(eq(documents.id, id))
    await notifyDocuments(tx, [id])
  })
}

const eventNames = ({ received }: { received: ReceivedEvent[] }) =>
  received.map(({ event }) => event).filter((event) => event !== 'hello')

/** What came before word of the month's figures, which comes to everybody: a stream keeps the order of its events. */
async function eventsUpToNow(...streams: { received: ReceivedEvent[] }[]) {
  await notifyUsage(db())
  await eventually(() => {
    for (const stream of streams) expect(eventNames(stream)).toContain('usage')
  })
  return streams.map((stream) => eventNames(stream).filter((event) => event !== 'usage'))
}

test('the stream begins with the time and version, and no proxy may buffer or change it', async () => {
  const { response, received, leave } = await listen('uploader')
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  expect(response.headers.get('cache-control')).toContain('no-transform')
  expect(received[0]?.data).toMatchObject({ now: expect.any(String), version: expect.any(Number) })
  leave()
})

test('a stranger gets no stream', async () => {
  expect((await call(GET, { path: '/api/events' })).status).toBe(401)
})

test('a change reaches the uploader and admins, and not other uploaders or finance', async () => {
  const [owner, other, admin, finance] = [
    await listen('uploader'),
    await listen('uploader'),
    await listen('admin'),
    await listen('finance'),
  ]
  const id = await addDocument({ owner: owner.user })
  await change(id, { state: 'processing' })
  for (const { received } of [owner, admin]) {
    await eventually(() =>
      expect(received).toContainEqual({
        event: 'document',
        data: expect.objectContaining({ id, state: 'processing' }),
      }),
    )
  }
  expect(await eventsUpToNow(other, finance)).toEqual([[], []])
  for (const { leave } of [owner, other, admin, finance]) leave()
})

test('where uploaders see all, they hear of all', async () => {
  const admin = await addPerson('admin')
  await saveSettings({ values: { uploadersSeeAll: true }, by: admin.id })
  const other = await listen('uploader')
  const id = await addDocument({ owner: admin })
  await change(id)
  await eventually(() => expect(eventNames(other)).toEqual(['document']))
  await saveSettings({ values: { uploadersSeeAll: false }, by: admin.id })
  other.leave()
})

test('of one person so many streams are kept, the newest; those of others stay', async () => {
  const other = await listen('uploader')
  const first = await listen('uploader')
  const second = await listen('uploader', first.user)
  const line = {
    userId: first.user.id,
    sessionId: 'of another tab',
    documents: 'own' as const,
    write: vi.fn(),
  }
  const leaves = Array.from({ length: mostStreamsOfPerson - 1 }, () => subscribe({ ...line, end: vi.fn() }))
  await eventually(() => expect(first.hasEnded()).toBe(true))
  expect(listSubscribers().filter(({ userId }) => userId === first.user.id)).toHaveLength(mostStreamsOfPerson)
  expect([second.hasEnded(), other.hasEnded()]).toEqual([false, false])
  for (const leave of [...leaves, other.leave, second.leave]) leave()
})

test('a burst of changes to one document is told once, with the last of them', async () => {
  const stream = await listen('uploader')
  const id = await addDocument({ owner: stream.user })
  for (const pages of [4, 5, 6]) void change(id, { pages })
  await eventually(() => expect(stream.received.at(-1)?.data).toMatchObject({ id, pages: 6 }))
  const [events] = await eventsUpToNow(stream)
  expect(events?.length).toBeLessThanOrEqual(2)
  stream.leave()
})

test('a removed document is told as removed', async () => {
  const { user, received, leave } = await listen('uploader')
  const id = await addDocument({ owner: user })
  await change(id, { removedAt: new Date() })
  await eventually(() => expect(received).toContainEqual({ event: 'removed', data: { id } }))
  leave()
})

test('what was rolled back is not told', async () => {
  const stream = await listen('uploader')
  const id = await addDocument({ owner: stream.user })
  const rolledBack = db().transaction(async (tx) => {
    await notifyDocuments(tx, [id])
    throw new Error('rolled back')
  })
  await expect(rolledBack).rejects.toThrow('rolled back')
  expect(await eventsUpToNow(stream)).toEqual([[]])
  stream.leave()
})

test('finance and uploaders alike hear that page figures changed', async () => {
  const [finance, uploader] = [await listen('finance'), await listen('uploader')]
  await notifyUsage(db())
  await eventually(() => expect(eventNames(finance)).toEqual(['usage']))
  expect(eventNames(uploader)).toEqual(['usage'])
  finance.leave()
  uploader.leave()
})

test('who leaves is forgotten, and a shutdown ends all streams', async () => {
  const before = listSubscribers().length
  const [leaving, staying] = [await listen('uploader'), await listen('admin')]
  expect(listSubscribers().length).toBe(before + 2)
  leaving.leave()
  await eventually(() => expect(listSubscribers().length).toBe(before + 1))
  endStreams()
  await staying.reading
  expect(listSubscribers().length).toBe(0)
})

test('two hundred open desks are told in the same bytes, and one that does not read is let go', async () => {
  const admin = await addPerson('admin')
  const told: Uint8Array[] = []
  const write = (events: Uint8Array) => told.push(events)
  const leave = Array.from({ length: 200 }, () =>
    subscribe({ userId: admin.id, sessionId: 'one of many', documents: 'all', write, end: () => {} }),
  )
  const before = listSubscribers().length
  signInAs(admin)
  const stuck = await call(GET, { path: '/api/events' })
  const change = addDocument({ owner: admin }).then((id) => notifyDocuments(db(), [id]))
  await eventually(() => expect(told).toHaveLength(200))
  expect(new Set(told).size).toBe(1)
  await change

  expect(listSubscribers()).toHaveLength(before + 1)
  let unreadBytes = 0
  while (listSubscribers().length > before && unreadBytes < 2_000_000) {
    for (const one of listSubscribers()) one.write(new Uint8Array(50_000))
    unreadBytes += 50_000
  }
  expect(unreadBytes).toBeLessThan(700_000)
  await stuck.body?.cancel()
  for (const one of leave) one()
})

test('more changes at once than a desk shows are told as one word to read everything anew', async () => {
  const { received, leave } = await listen('admin')
  await notifyDocuments(
    db(),
    Array.from({ length: 501 }, (_, index) => `doc_${index}`),
  )
  await eventually(() => expect(received.filter(({ event }) => event === 'hello')).toHaveLength(2))
  expect(eventNames({ received })).toEqual([])
  leave()
})

test('who may see less than when the stream began is sent away with the next sign of life', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const admin = await addPerson('admin')
    await saveSettings({ values: { uploadersSeeAll: true }, by: admin.id })
    const { reading, hasEnded } = await listen('uploader')
    await saveSettings({ values: { uploadersSeeAll: false }, by: admin.id })
    vi.advanceTimersByTime(10_000)
    await reading
    expect(hasEnded()).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})

test('every ten seconds there is a sign of life, until the person may not be here any more', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const { user, received, reading, hasEnded } = await listen('uploader')
    vi.advanceTimersByTime(10_000)
    await eventually(() => expect(eventNames({ received })).toEqual(['heartbeat']))
    await db().update(users).set({ disabledAt: new Date() }).where(eq(users.id, user.id))
    vi.advanceTimersByTime(10_000)
    await reading
    expect(hasEnded()).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})

test('who has a new password since the stream began is sent away; a stream begun after it goes on', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const { user, reading, hasEnded } = await listen('uploader')
    await savePassword({ id: user.id, passwordHash: 'new' })
    const after = await listen('uploader', user)
    vi.advanceTimersByTime(10_000)
    await reading
    expect(hasEnded()).toBe(true)
    await eventually(() => expect(eventNames(after)).toEqual(['heartbeat']))
    after.leave()
  } finally {
    vi.useRealTimers()
  }
})
