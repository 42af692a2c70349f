import { and, asc, between, eq } from 'drizzle-orm'
import type { PageWords } from '@/base/contract'
import { type PackedPage, unpackWords } from '../words/pack-words'
import type { Database } from './open-database'
import { executionWords } from './tables'

/** So many rows a statement: each is three parameters, of which Postgres takes 65,535. */
const rowsAtATime = 500

export async function keepWords(input: {
  database: Database
  executionId: string
  pages: PackedPage[]
}): Promise<void> {
  const { database, executionId, pages } = input
  for (let at = 0; at < pages.length; at += rowsAtATime) {
    const rows = pages.slice(at, at + rowsAtATime).map((page) => ({ executionId, ...page }))
    await database.insert(executionWords).values(rows).onConflictDoNothing()
  }
}

/** The words of some pages, both ends included; null where none of the execution were kept at all. */
export async function findWords(input: {
  database: Database
  executionId: string
  from: number
  to: number
}): Promise<PageWords[] | null> {
  const { database, executionId, from, to } = input
  const ofExecution = eq(executionWords.executionId, executionId)
  const rows = await database
    .select({ page: executionWords.page, packed: executionWords.packed })
    .from(executionWords)
    .where(and(ofExecution, between(executionWords.page, from, to)))
    .orderBy(asc(executionWords.page))
  if (rows.length > 0) return rows.map(unpackWords)
  return (await database.$count(executionWords, ofExecution)) > 0 ? [] : null
}
