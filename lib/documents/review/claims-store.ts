import 'server-only'
import { and, desc, eq, gt, isNotNull, lte, ne, notInArray, type SQL, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { users } from '@/lib/people/tables'
import { claimMs, type QueueFilter } from '../model/review-queue'
import { matching, type Selection } from '../read/list-store'
import { attempts, documents, isCurrentAttempt, reviewClaims } from '../tables'

type Queue = { filter: QueueFilter; onlyPerson: string | null }
type Wanted = Queue & { personId: string; without: string[] }

const until = sql`now() + ${claimMs / 1000} * interval '1 second'`

/**
 * Gives the person the document that is worth a look first and that nobody else has; one they hold already comes
 * before all. One statement: what another takes at the same moment is passed over. Null where there is none, or where
 * the one found was taken in between.
 */
export async function claimNext({ personId, without, ...queue }: Wanted) {
  const isOwn = sql`exists (select 1 from ${reviewClaims} own where own.document_id = ${documents.id} and own.person_id = ${personId} and own.until > now())`
  const next = db()
    .select({
      documentId: documents.id,
      personId: sql<string>`${personId}::text`.as('person_id'),
      until: sql<Date>`${until}`.as('until'),
    })
    .from(documents)
    .innerJoin(attempts, isCurrentAttempt)
    .where(and(inQueue(queue), isFree({ personId, without })))
    .orderBy(desc(isOwn), desc(attempts.reviewWorth), documents.id)
    .limit(1)
    .for('update', { of: documents, skipLocked: true })
  const [claimed] = await db()
    .insert(reviewClaims)
    .select(next)
    .onConflictDoUpdate({ ...renewed, setWhere: isFreeOrOwn })
    .returning({ id: reviewClaims.documentId })
  return claimed?.id ?? null
}

const renewed = {
  target: reviewClaims.documentId,
  set: { personId: sql`excluded.person_id`, until: sql`excluded.until` },
}
const isFreeOrOwn = sql`${reviewClaims.until} <= now() or ${reviewClaims.personId} = excluded.person_id`

/** Whether anything in the queue is free for the person. */
export async function hasFree({ personId, without, ...queue }: Wanted) {
  const [row] = await db()
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(attempts, isCurrentAttempt)
    .where(and(inQueue(queue), isFree({ personId, without })))
    .limit(1)
  return row !== undefined
}

/** Nobody else has it, and the person has not just been through it. */
function isFree({ personId, without }: Pick<Wanted, 'personId' | 'without'>): SQL | undefined {
  const isOthers = sql`exists (select 1 from ${reviewClaims} other where other.document_id = ${documents.id} and other.person_id <> ${personId} and other.until > now())`
  return and(sql`not ${isOthers}`, without.length > 0 ? notInArray(documents.id, without) : undefined)
}

type Claim = { documentId: string; personId: string }

/** Claims one document, or goes on holding it. Null where another has it, unless it is taken over. */
export async function claimOne({ documentId, personId, takeOver }: Claim & { takeOver: boolean }) {
  const [row] = await db()
    .insert(reviewClaims)
    .values({ documentId, personId, until: sql`${until}` })
    .onConflictDoUpdate(takeOver ? renewed : { ...renewed, setWhere: isFreeOrOwn })
    .returning({ until: reviewClaims.until })
  return row?.until ?? null
}

export async function releaseClaim({ documentId, personId }: Claim): Promise<void> {
  await db()
    .delete(reviewClaims)
    .where(and(eq(reviewClaims.documentId, documentId), eq(reviewClaims.personId, personId)))
}

/** The name of who holds a document; null where nobody does. */
export async function findHolder(documentId: string): Promise<string | null> {
  const [row] = await db()
    .select({ name: users.name })
    .from(reviewClaims)
    .innerJoin(users, eq(users.id, reviewClaims.personId))
    .where(and(eq(reviewClaims.documentId, documentId), gt(reviewClaims.until, sql`now()`)))
  return row?.name ?? null
}

export async function deleteEndedClaims(): Promise<void> {
  await db().delete(reviewClaims).where(lte(reviewClaims.until, sql`now()`))
}

const count = sql<number>`count(*)::int`
const groupsShown = 100

export async function countQueue(queue: Queue): Promise<number> {
  const [row] = await db()
    .select({ count })
    .from(documents)
    .innerJoin(attempts, isCurrentAttempt)
    .where(inQueue(queue))
  return row?.count ?? 0
}

export function countSteps(queue: Queue) {
  return db()
    .select({ id: documents.stepId, name: sql<string>`max(${documents.stepName})`, documents: count })
    .from(documents)
    .innerJoin(attempts, isCurrentAttempt)
    .where(inQueue(queue))
    .groupBy(documents.stepId)
    .orderBy(desc(count))
    .limit(groupsShown)
}

export function countSuppliers(queue: Queue) {
  const columns = {
    id: sql<string>`${attempts.supplierKey}`,
    name: sql<string>`max(${attempts.supplier})`,
    documents: count,
  }
  return db()
    .select(columns)
    .from(documents)
    .innerJoin(attempts, isCurrentAttempt)
    .where(and(inQueue(queue), isNotNull(attempts.supplierKey)))
    .groupBy(attempts.supplierKey)
    .orderBy(desc(count), attempts.supplierKey)
    .limit(groupsShown)
}

export function listClaimed({ personId, ...queue }: Queue & { personId: string }) {
  return db()
    .select({ id: documents.id, name: documents.name, by: { id: users.id, name: users.name } })
    .from(reviewClaims)
    .innerJoin(documents, eq(documents.id, reviewClaims.documentId))
    .innerJoin(attempts, isCurrentAttempt)
    .innerJoin(users, eq(users.id, reviewClaims.personId))
    .where(and(inQueue(queue), ne(reviewClaims.personId, personId), gt(reviewClaims.until, sql`now()`)))
    .orderBy(users.name, documents.id)
    .limit(groupsShown)
}

function inQueue({ filter, onlyPerson }: Queue): SQL | undefined {
  // Days are no part of it, so any zone will do.
  const selection: Selection = { filter: { step: filter.step }, onlyPerson, timeZone: 'UTC' }
  return and(
    matching({ selection }),
    eq(documents.state, 'done'),
    gt(attempts.toReview, 0),
    filter.supplier ? eq(attempts.supplierKey, filter.supplier) : undefined,
    filter.days ? sql`${documents.receivedAt} <= now() - ${filter.days} * interval '1 day'` : undefined,
  )
}
