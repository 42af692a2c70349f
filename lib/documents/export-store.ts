import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import { db } from '../db/client'
import { attempts, documents, users } from '../db/schema'
import { applyCorrections } from './corrections'
import { encodeCursor } from './cursor'
import type { ExportedDocument } from './export-table'
import { matching, type Selection } from './list-store'
import { isPastAttempt, summaryColumns, toSummary } from './store'

const batch = 200

/** Every document of the selection with its result, newest first, read in batches. */
export async function* readResults(selection: Selection): AsyncGenerator<ExportedDocument> {
  let cursor: string | undefined
  do {
    const rows = await db()
      .select({ ...summaryColumns, result: attempts.result, corrections: attempts.corrections })
      .from(documents)
      .innerJoin(users, eq(users.id, documents.uploadedBy))
      .leftJoin(attempts, and(eq(attempts.documentId, documents.id), eq(attempts.number, documents.attempt)))
      .where(matching({ selection, cursor }))
      .orderBy(desc(documents.receivedAt), desc(documents.id))
      .limit(batch)
    for (const row of rows) yield { summary: toSummary(row), result: correctedResult(row) }
    const last = rows.at(-1)
    cursor = rows.length === batch && last ? encodeCursor(last) : undefined
  } while (cursor)
}

type ResultRow = Parameters<typeof isPastAttempt>[0] &
  Pick<typeof attempts.$inferSelect, 'corrections'> & {
    result: Record<string, unknown> | null
  }

function correctedResult(row: ResultRow): Record<string, unknown> | null {
  if (isPastAttempt(row) || !row.result) return null
  return applyCorrections({ result: row.result, corrections: row.corrections ?? {} })
}
