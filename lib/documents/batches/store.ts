import 'server-only'
import { and, asc, desc, eq, exists, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { users } from '@/lib/people/tables'
import { documents } from '../tables'
import type { BatchOutcome } from './schema'
import { batches, batchFiles } from './tables'

/** So that nobody fills the database with batches; what is beyond them is taken in and has no receipt. */
const maxBatchesADay = 500

/** Begins the batch where it is new. Returns whose it is; null where the person has had too many that day. */
export async function openBatch({ id, personId }: { id: string; personId: string }): Promise<string | null> {
  await db().execute(sql`
    insert into ${batches} (id, person_id)
    select ${id}, ${personId}
    where (
      select count(*) from ${batches}
      where ${batches.personId} = ${personId} and ${batches.begunAt} > now() - interval '1 day'
    ) < ${maxBatchesADay}
    on conflict do nothing`)
  const [batch] = await db().select({ personId: batches.personId }).from(batches).where(eq(batches.id, id))
  return batch?.personId ?? null
}

type NewBatchFile = {
  batchId: string
  place: number
  name: string
  bytes: number
  sha256: string | null
  pages: number | null
  outcome: BatchOutcome
  code: string | null
  documentId: string | null
  duplicateOf: string | null
}

/** What was received stays so: a later try of the same file, whose answer had been lost, is refused as its own copy. */
export async function saveBatchFile(file: NewBatchFile): Promise<void> {
  await db()
    .insert(batchFiles)
    .values(file)
    .onConflictDoUpdate({
      target: [batchFiles.batchId, batchFiles.place],
      set: { ...file, at: sql`now()` },
      setWhere: sql`${batchFiles.outcome} <> 'received' or excluded.outcome = 'received'`,
    })
}

/** What a browser tells takes the place of nothing that was seen here. */
export async function saveReportedFiles(files: NewBatchFile[]): Promise<void> {
  await db().insert(batchFiles).values(files).onConflictDoNothing()
}

const countOf = (outcome: BatchOutcome) =>
  sql<number>`(count(*) filter (where ${batchFiles.outcome} = ${outcome}))::int`
const sumOf = (column: typeof batchFiles.bytes | typeof batchFiles.pages) =>
  sql<number>`coalesce(sum(${column}) filter (where ${batchFiles.outcome} = 'received'), 0)::float8`

type BatchSelection = {
  onlyPerson: string | null
  before?: { begunAt: Date; id: string } | undefined
  limit: number
}

/** Newest first; a batch of which nothing has ended yet is none to look at. */
export async function selectBatches({ onlyPerson, before, limit }: BatchSelection): Promise<BatchRow[]> {
  const isBefore =
    before &&
    or(
      lt(batches.begunAt, before.begunAt),
      and(eq(batches.begunAt, before.begunAt), lt(batches.id, before.id)),
    )
  const hasFiles = exists(
    db().select({ place: batchFiles.place }).from(batchFiles).where(eq(batchFiles.batchId, batches.id)),
  )
  // Counted for the page alone: counting all that there ever were takes long.
  const page = await db()
    .select({ id: batches.id })
    .from(batches)
    .where(and(onlyPerson ? eq(batches.personId, onlyPerson) : undefined, isBefore, hasFiles))
    .orderBy(desc(batches.begunAt), desc(batches.id))
    .limit(limit)
  const ids = page.map(({ id }) => id)
  return ids.length === 0 ? [] : countBatches(inArray(batches.id, ids))
}

type Wanted = { id: string; onlyPerson: string | null }

export async function findBatch({ id, onlyPerson }: Wanted): Promise<BatchRow | null> {
  const isOwn = onlyPerson ? eq(batches.personId, onlyPerson) : undefined
  const [batch] = await countBatches(and(eq(batches.id, id), isOwn))
  return batch ?? null
}

function countBatches(where: SQL | undefined) {
  return db()
    .select({
      id: batches.id,
      begunAt: batches.begunAt,
      personId: batches.personId,
      personName: users.name,
      received: countOf('received'),
      refused: countOf('refused'),
      duplicate: countOf('duplicate'),
      bytes: sumOf(batchFiles.bytes),
      pages: sumOf(batchFiles.pages),
    })
    .from(batches)
    .innerJoin(users, eq(users.id, batches.personId))
    .innerJoin(batchFiles, eq(batchFiles.batchId, batches.id))
    .where(where)
    .groupBy(batches.id, users.name)
    .orderBy(desc(batches.begunAt), desc(batches.id))
}
export type BatchRow = Awaited<ReturnType<typeof countBatches>>[number]

export function selectBatchFiles(batchId: string) {
  return db().select().from(batchFiles).where(eq(batchFiles.batchId, batchId)).orderBy(asc(batchFiles.place))
}
export type BatchFileRow = Awaited<ReturnType<typeof selectBatchFiles>>[number]

/** Of these documents, those that are still there, and whose they are. */
export async function findOwners(documentIds: string[]): Promise<Map<string, string>> {
  if (documentIds.length === 0) return new Map()
  const rows = await db()
    .select({ id: documents.id, ownerId: documents.uploadedBy })
    .from(documents)
    .where(and(inArray(documents.id, documentIds), isNull(documents.removedAt)))
  return new Map(rows.map(({ id, ownerId }) => [id, ownerId]))
}
