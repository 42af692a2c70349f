import 'server-only'
import { inArray, sql } from 'drizzle-orm'
import { db } from '../db/client'
import type { DocumentSummary } from '../documents/model/schema'
import { findSummaries } from '../documents/read/summary-store'
import { documents } from '../documents/tables'

/** A changed document and whose it is; without a summary it was removed. */
export type ChangedDocument = { id: string; ownerId: string; summary: DocumentSummary | null }

export async function listChanged(ids: string[]): Promise<ChangedDocument[]> {
  const summaries = await findSummaries(ids)
  const found = new Set(summaries.map(({ id }) => id))
  const removed = await listRemoved(ids.filter((id) => !found.has(id)))
  return [
    ...summaries.map((summary) => ({ id: summary.id, ownerId: summary.uploadedBy.id, summary })),
    ...removed.map((one) => ({ ...one, summary: null })),
  ]
}

async function listRemoved(ids: string[]): Promise<{ id: string; ownerId: string }[]> {
  if (ids.length === 0) return []
  return db()
    .select({ id: documents.id, ownerId: documents.uploadedBy })
    .from(documents)
    .where(inArray(documents.id, ids))
}

export async function latestVersion(): Promise<number> {
  const result = await db().execute(sql`select last_value::float8 as version from document_versions`)
  const { rows } = result as unknown as { rows: { version: number }[] }
  return rows[0]?.version ?? 0
}
