import 'server-only'
import { and, desc, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { RetryableDocuments } from '../model/schema'
import { matching, type Selection } from '../read/list-store'
import { documents } from '../tables'

const isRetryable = (selection: Selection) => and(matching({ selection }), isNotNull(documents.fileKey))

type Wanted = { selection: Selection; limit: number }

/** The newest of the selection whose original is still there, at most `limit`. */
export async function listRetryable({ selection, limit }: Wanted): Promise<string[]> {
  const rows = await db()
    .select({ id: documents.id })
    .from(documents)
    .where(isRetryable(selection))
    .orderBy(desc(documents.receivedAt), desc(documents.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** How many of the selection can be read again, and how many pages these have. */
export async function countRetryable(selection: Selection): Promise<RetryableDocuments> {
  const [row] = await db()
    .select({
      documents: sql<number>`count(*)::int`,
      pages: sql<number>`coalesce(sum(${documents.pages}), 0)::int`,
    })
    .from(documents)
    .where(isRetryable(selection))
  return row ?? { documents: 0, pages: 0 }
}

/** What decides whether these documents can be read again, of those that are still there. */
export function listRetryFacts(ids: string[]) {
  return db()
    .select({
      id: documents.id,
      name: documents.name,
      ownerId: documents.uploadedBy,
      state: documents.state,
      hasOriginal: sql<boolean>`${documents.fileKey} is not null`,
    })
    .from(documents)
    .where(and(inArray(documents.id, ids), isNull(documents.removedAt)))
}

export type RetryFacts = Awaited<ReturnType<typeof listRetryFacts>>[number]
