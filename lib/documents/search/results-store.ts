import 'server-only'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { documents, searchEntries } from '../tables'
import { hasWords } from './store'
import type { SearchQuery } from './words'

/** So many of the newest are looked through one by one before the index of words is asked. */
const nearby = 2000

type Position = { receivedAt: Date; id: string }

type Search = {
  where: SQL | undefined
  words: SearchQuery
  limit: number
}

/**
 * Up to `limit` documents that have the words, newest first. What is found often is found among the newest; for all
 * else the index of words is asked, which has to bring everything it finds into order. The choice is not left to the
 * database: it takes beginnings of words that it has no statistics of for frequent, and would read everything.
 */
export async function findIds(search: Search): Promise<string[]> {
  if (!search.words.indexed) return []
  const oldest = await findOldestNearby(search.where)
  const near = await listNearby({ ...search, oldest })
  const isAll = near.length === search.limit || !oldest
  const rest = isAll ? [] : await listFarther({ ...search, oldest, limit: search.limit - near.length })
  return [...near, ...rest]
}

const newestFirst = [desc(documents.receivedAt), desc(documents.id)] as const

/** Null when all documents of the condition are nearby. */
async function findOldestNearby(where: SQL | undefined): Promise<Position | null> {
  const [oldest] = await db()
    .select({ receivedAt: documents.receivedAt, id: documents.id })
    .from(documents)
    .where(where)
    .orderBy(...newestFirst)
    .offset(nearby - 1)
    .limit(1)
  return oldest ?? null
}

async function listNearby(search: Search & { oldest: Position | null }): Promise<string[]> {
  const { where, words, limit, oldest } = search
  const isNear = oldest ? sql`(${documents.receivedAt}, ${documents.id}) >= ${place(oldest)}` : undefined
  const rows = await db()
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(searchEntries, eq(searchEntries.documentId, documents.id))
    .where(and(where, isNear, hasWords({ words, by: 'reading' })))
    .orderBy(...newestFirst)
    .limit(limit)
  return rows.map(({ id }) => id)
}

async function listFarther(search: Search & { oldest: Position }): Promise<string[]> {
  const { where, words, limit, oldest } = search
  return db().transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    const found = await tx.execute(sql`
      with found as materialized (
        select ${searchEntries.documentId}, ${searchEntries.receivedAt} from ${searchEntries}
        where ${hasWords({ words, by: 'index' })}
          and (${searchEntries.receivedAt}, ${searchEntries.documentId}) < ${place(oldest)}
        order by ${desc(searchEntries.receivedAt)}, ${desc(searchEntries.documentId)}
      )
      select ${documents.id} from found join ${documents} on ${documents.id} = found.document_id
      where ${where ?? sql`true`}
      order by found.received_at desc, found.document_id desc limit ${limit}`)
    const { rows } = found as unknown as { rows: { id: string }[] }
    return rows.map(({ id }) => id)
  })
}

const place = ({ receivedAt, id }: Position) => sql`(${receivedAt.toISOString()}::timestamptz, ${id})`
