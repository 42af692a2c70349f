import 'server-only'
import { eq, type SQL, sql } from 'drizzle-orm'
import { executionIdPattern } from '@/base/contract'
import { db } from '@/lib/db/client'
import type { Database, Transaction } from '@/lib/db/connection'
import { attempts, documents, searchEntries } from '../tables'
import { type SearchQuery, searchWords, toSearchQuery } from './words'

type Searchable = {
  id: string
  receivedAt: Date
  name: string
  metadata: unknown
  result: unknown
}

export async function saveSearchEntries(
  found: Searchable[],
  within: Database | Transaction = db(),
): Promise<void> {
  if (found.length === 0) return
  const entries = found.map((one) => ({
    documentId: one.id,
    receivedAt: one.receivedAt,
    words: vectorOf(searchWords(one)),
  }))
  await within
    .insert(searchEntries)
    .values(entries)
    .onConflictDoUpdate({ target: searchEntries.documentId, set: { words: sql`excluded.words` } })
}

const vectorOf = (words: string[]) => sql<string>`array_to_tsvector(${sql.param(words)}::text[])`

/** What a search text asks for: one document by a whole id, ours or the upstream's, or words. */
export type Search = { id: SQL } | { words: SearchQuery }

export function readSearch(text: string): Search {
  if (/^doc_[\w-]+$/.test(text)) return { id: eq(documents.id, text) }
  if (executionIdPattern.test(text)) {
    return {
      id: sql`${documents.id} in (select ${attempts.documentId} from ${attempts} where ${attempts.executionId} = ${text})`,
    }
  }
  return { words: toSearchQuery(text) }
}

export function isFoundBy(text: string): SQL {
  const search = readSearch(text)
  if ('id' in search) return search.id
  const found = hasWords({ words: search.words, by: 'index' })
  return sql`${documents.id} in (select ${searchEntries.documentId} from ${searchEntries} where ${found})`
}

/** The condition on search entries, for the index of words to answer or for each entry to be read. */
export function hasWords({ words, by }: { words: SearchQuery; by: 'index' | 'reading' }): SQL {
  const { indexed, compared } = words
  if (!indexed) return sql`false`
  // The function behind the operator @@, which no index answers.
  const isRead = (query: string) => sql`ts_match_vq(${searchEntries.words}, ${query}::tsquery)`
  const first = by === 'index' ? sql`${searchEntries.words} @@ ${indexed}::tsquery` : isRead(indexed)
  return compared ? sql`${first} and ${isRead(compared)}` : first
}
