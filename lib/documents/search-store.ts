import 'server-only'
import { and, asc, eq, gt, isNull, notExists, type SQL, sql } from 'drizzle-orm'
import { db } from '../db/client'
import type { Database, Transaction } from '../db/connection'
import { attempts, documents, searchEntries } from '../db/schema'
import { executionIdPattern } from '../docutray/contract'
import { searchWords, toSearchQuery } from './search-words'

export type Searchable = { id: string; name: string; metadata: unknown; result: unknown }

/** Makes the document found by its name, metadata and result, and by nothing it was found by before. */
export async function saveSearchEntries(
  found: Searchable[],
  within: Database | Transaction = db(),
): Promise<void> {
  if (found.length === 0) return
  const entries = found.map((one) => ({ documentId: one.id, words: vectorOf(searchWords(one)) }))
  await within
    .insert(searchEntries)
    .values(entries)
    .onConflictDoUpdate({ target: searchEntries.documentId, set: { words: sql`excluded.words` } })
}

const vectorOf = (words: string[]) => sql<string>`array_to_tsvector(${sql.param(words)}::text[])`

/** The condition on documents of a search: a whole id, ours or the upstream's, or words as lib/documents/search-words cuts them. */
export function isFoundBy(text: string): SQL {
  if (/^doc_[\w-]+$/.test(text)) return eq(documents.id, text)
  if (executionIdPattern.test(text)) {
    return sql`${documents.id} in (select ${attempts.documentId} from ${attempts} where ${attempts.executionId} = ${text})`
  }
  const { indexed, compared } = toSearchQuery(text)
  if (!indexed) return sql`false`
  // The function behind the operator @@, which no index answers.
  const narrowed = compared ? sql` and ts_match_vq(${searchEntries.words}, ${compared}::tsquery)` : sql``
  return sql`${documents.id} in (
    select ${searchEntries.documentId} from ${searchEntries}
    where ${searchEntries.words} @@ ${indexed}::tsquery${narrowed}
  )`
}

/** Documents that no search finds yet, after the given id in the order of ids: those received before there was one. */
export function listUnsearchable({ after, limit }: { after: string; limit: number }): Promise<Searchable[]> {
  const entry = db()
    .select({ id: searchEntries.documentId })
    .from(searchEntries)
    .where(eq(searchEntries.documentId, documents.id))
  return db()
    .select({
      id: documents.id,
      name: documents.name,
      metadata: documents.metadata,
      result: attempts.result,
    })
    .from(documents)
    .leftJoin(attempts, and(eq(attempts.documentId, documents.id), eq(attempts.number, documents.attempt)))
    .where(and(isNull(documents.removedAt), gt(documents.id, after), notExists(entry)))
    .orderBy(asc(documents.id))
    .limit(limit)
}
