import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { applyCorrections } from '../model/corrections'
import { encodeCursor } from '../read/cursor'
import { type Selection, selectDocuments } from '../read/list-store'
import { isPastAttempt, type SummaryRow, toSummary } from '../read/summary-store'
import { attempts, documents } from '../tables'
import type { ExportedDocument } from './export-table'

const batch = 200

type Result = Record<string, unknown>

export async function* readResults(selection: Selection): AsyncGenerator<ExportedDocument> {
  let cursor: string | undefined
  do {
    const rows = await selectDocuments({ selection, cursor, limit: batch })
    const results = await findResults(rows.filter((row) => !isPastAttempt(row)))
    for (const row of rows) yield { summary: toSummary(row), result: results.get(row.id) ?? null }
    const last = rows.at(-1)
    cursor = rows.length === batch && last ? encodeCursor(last) : undefined
  } while (cursor)
}

async function findResults(rows: SummaryRow[]): Promise<Map<string, Result | null>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map(({ id }) => id)
  const found = await db()
    .select({ id: documents.id, result: attempts.result, corrections: attempts.corrections })
    .from(documents)
    .innerJoin(attempts, and(eq(attempts.documentId, documents.id), eq(attempts.number, documents.attempt)))
    .where(inArray(documents.id, ids))
  return new Map(
    found.map(({ id, result, corrections }) => [
      id,
      result && applyCorrections({ result, corrections: corrections ?? {} }),
    ]),
  )
}
