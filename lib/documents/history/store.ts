import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import type { FieldEvent } from '../model/field-event'
import { documents, exports, fieldEvents } from '../tables'
import type { FieldChange } from './changes'

type Person = { id: string; name: string }
type Recorded = { tx: Transaction; documentId: string; attempt: number; by: Person; changes: FieldChange[] }

/** So many rows a statement: a statement has 65,535 parameters at most. */
const batch = 1000

/** Notes what a person did, in the transaction that does it. */
export async function recordEvents({ tx, by, changes, ...of }: Recorded): Promise<void> {
  const what = { ...of, at: new Date(), byId: by.id, byName: by.name }
  for (let from = 0; from < changes.length; from += batch) {
    const rows = changes.slice(from, from + batch).map((change) => ({ ...what, ...change }))
    await tx.insert(fieldEvents).values(rows)
  }
}

type Page = { documentId: string; before: number | undefined; limit: number }

/** The newest first. */
export async function listEvents({ documentId, before, limit }: Page): Promise<FieldEvent[]> {
  const rows = await db()
    .select()
    .from(fieldEvents)
    .leftJoin(exports, eq(exports.id, fieldEvents.exportId))
    .where(
      and(
        eq(fieldEvents.documentId, documentId),
        before === undefined ? undefined : lt(fieldEvents.sequence, before),
      ),
    )
    .orderBy(desc(fieldEvents.sequence))
    .limit(limit)
  return rows.map(toEvent)
}

type Row = { field_events: typeof fieldEvents.$inferSelect; exports: typeof exports.$inferSelect | null }

function toEvent({ field_events: row, exports: saved }: Row): FieldEvent {
  const { sequence, attempt, at, kind, path, from, to, place, finding } = row
  return {
    sequence,
    attempt,
    at: at.toISOString(),
    by: { id: row.byId ?? saved?.byId ?? '', name: row.byName ?? saved?.byName ?? '' },
    kind,
    path,
    from,
    to,
    place,
    finding,
    export: saved && { id: saved.id, format: saved.format, documents: saved.documents },
  }
}

type ExportRow = { by: Person; format: typeof exports.$inferInsert.format; filter: Record<string, unknown> }

/** Opens the row of a file that is being made; its documents are noted as they are looked through. */
export async function insertExport({ by, ...what }: ExportRow): Promise<string> {
  const id = `exp_${randomBytes(12).toString('hex')}`
  await db()
    .insert(exports)
    .values({ id, at: new Date(), byId: by.id, byName: by.name, ...what })
  return id
}

/** One narrow row for each document; who and how stand once, with the export. */
export async function addToExport({ id, documentIds }: { id: string; documentIds: string[] }): Promise<void> {
  if (documentIds.length === 0) return
  await db().transaction(async (tx) => {
    const now = sql<Date>`now()`
    const none = sql`null`
    await tx.insert(fieldEvents).select(
      tx
        .select({
          documentId: documents.id,
          sequence: sql<number>`nextval('field_event_sequence')`.as('sequence'),
          attempt: documents.attempt,
          at: now.as('at'),
          byId: none.as('by_id'),
          byName: none.as('by_name'),
          kind: sql<'exported'>`'exported'`.as('kind'),
          path: none.as('path'),
          from: none.as('from'),
          to: none.as('to'),
          place: none.as('place'),
          finding: none.as('finding'),
          exportId: sql`${id}`.as('export_id'),
        })
        .from(documents)
        .where(inArray(documents.id, documentIds)),
    )
    await tx
      .update(exports)
      .set({ documents: sql`${exports.documents} + ${documentIds.length}` })
      .where(eq(exports.id, id))
  })
}
