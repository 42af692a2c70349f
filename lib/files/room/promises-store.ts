import 'server-only'
import { and, eq, like, lt, not, notInArray, or, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { promisedRoom } from '../tables'

export type RoomPromise = { id: string; personId: string; bytes: number }

/** What is promised already: to the person, and to all what of theirs has not arrived. */
export type Promised = { ofPerson: { count: number; bytes: number }; coming: ComingBytes }

/** What was promised and has not arrived. */
export type ComingBytes = { all: number; ofForms: number }

/** One at a time writes promises: two that each have room alone may not have it together. */
const turn = sql`select pg_advisory_xact_lock(hashtextextended('promised room', 0))`

/** An id that no upload has. */
export const formPrefix = 'form_'

const leftBytes = sql`sum(${promisedRoom.bytes} - ${promisedRoom.arrivedBytes})`
const isForm = like(promisedRoom.id, `${formPrefix}%`)
const coming = {
  all: sql<number>`coalesce(${leftBytes}, 0)`.mapWith(Number),
  ofForms: sql<number>`coalesce(${leftBytes} filter (where ${isForm}), 0)`.mapWith(Number),
}

type Promising = { promise: RoomPromise; judge: (promised: Promised) => Promise<void> }

/** Writes the promise down unless `judge`, who is told of all others, throws. */
export async function insertPromise({ promise, judge }: Promising): Promise<void> {
  await db().transaction(async (tx) => {
    await tx.execute(turn)
    await judge(await readPromised({ tx, personId: promise.personId }))
    await tx.insert(promisedRoom).values(promise)
  })
}

async function readPromised({ tx, personId }: { tx: Transaction; personId: string }): Promise<Promised> {
  const own = sql`filter (where ${promisedRoom.personId} = ${personId})`
  const [row] = await tx
    .select({
      count: sql<number>`count(*) ${own}`.mapWith(Number),
      bytes: sql<number>`coalesce(sum(${promisedRoom.bytes}) ${own}, 0)`.mapWith(Number),
      ...coming,
    })
    .from(promisedRoom)
  const { count = 0, bytes = 0, all = 0, ofForms = 0 } = row ?? {}
  return { ofPerson: { count, bytes }, coming: { all, ofForms } }
}

/** Notes what has arrived, also of an upload that nothing is promised to yet. */
export async function saveArrived({
  arrivedBytes,
  ...promise
}: RoomPromise & { arrivedBytes: number }): Promise<void> {
  await db()
    .insert(promisedRoom)
    .values({ ...promise, arrivedBytes })
    .onConflictDoUpdate({ target: promisedRoom.id, set: { arrivedBytes } })
}

/** Bytes still to come of everything that room was promised to before this one. */
export async function readComingBefore(id: string): Promise<ComingBytes> {
  const own = db()
    .select({ at: promisedRoom.promisedAt })
    .from(promisedRoom)
    .where(eq(promisedRoom.id, id))
    .getSQL()
  const isEarlier = sql`(${promisedRoom.promisedAt}, ${promisedRoom.id}) < ((${own}), ${id})`
  const [row] = await db().select(coming).from(promisedRoom).where(isEarlier)
  return row ?? { all: 0, ofForms: 0 }
}

/** What of the person's is complete and still kept, by its id. */
export async function listKept(personId: string): Promise<string[]> {
  const isComplete = and(
    eq(promisedRoom.personId, personId),
    eq(promisedRoom.bytes, promisedRoom.arrivedBytes),
    not(isForm),
  )
  const rows = await db().select({ id: promisedRoom.id }).from(promisedRoom).where(isComplete)
  return rows.map(({ id }) => id)
}

export async function deletePromise(id: string): Promise<void> {
  await db().delete(promisedRoom).where(eq(promisedRoom.id, id))
}

/** As if it were made now: it goes behind those made meanwhile. */
export async function renewPromise(id: string): Promise<void> {
  await db().update(promisedRoom).set({ promisedAt: sql`now()` }).where(eq(promisedRoom.id, id))
}

/** Those of forms, which end with their request; for the one process of an embedded database. */
export async function deleteFormPromises(): Promise<void> {
  await db().delete(promisedRoom).where(isForm)
}

type Lost = { known: readonly string[]; settledMs: number; lifeMs: number }

/** Promises to uploads and forms that are no more, but for those just made or renewed, and to whatever is older than its life. */
export async function deleteLostPromises({ known, settledMs, lifeMs }: Lost): Promise<void> {
  const isOlder = (ms: number) => lt(promisedRoom.promisedAt, sql`now() - ${ms} * interval '1 millisecond'`)
  const isLost = notInArray(promisedRoom.id, [...known])
  await db()
    .delete(promisedRoom)
    .where(or(and(isLost, isOlder(settledMs)), isOlder(lifeMs)))
}
