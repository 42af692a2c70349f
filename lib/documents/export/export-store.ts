import 'server-only'
import { eq, inArray, isNotNull } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { users } from '@/lib/people/tables'
import { steps } from '@/lib/steps/tables'
import { valuesOf } from '../model/learnt'
import { nextCursorOf, type Selection, selectDocuments } from '../read/list-store'
import { isPastAttempt, toSummary } from '../read/summary-store'
import { attempts, documents, isCurrentAttempt } from '../tables'
import type { ExportedDocument } from './document-columns'

const usualBatch = 200

/** The documents of a selection, some at a time. */
export async function* readDocuments(
  selection: Selection,
  batch = usualBatch,
): AsyncGenerator<ExportedDocument> {
  let cursor: string | undefined
  do {
    const rows = await selectDocuments({ selection, cursor, limit: batch })
    const contents = await findContents(rows.map(({ id }) => id))
    for (const row of rows) {
      const { metadata = null, result = null, checkedBy = null } = contents.get(row.id) ?? {}
      const read = isPastAttempt(row) ? { result: null, checkedBy: null } : { result, checkedBy }
      yield { summary: toSummary(row), metadata, ...read }
    }
    const last = rows.at(-1)
    cursor = rows.length === batch && last ? nextCursorOf({ row: last, selection }) : undefined
  } while (cursor)
}

type Contents = Omit<ExportedDocument, 'summary'>

async function findContents(ids: string[]): Promise<Map<string, Contents>> {
  if (ids.length === 0) return new Map()
  const found = await db()
    .select({
      id: documents.id,
      metadata: documents.metadata,
      result: attempts.result,
      learnt: attempts.learnt,
      corrections: attempts.corrections,
      checkedBy: users.name,
    })
    .from(documents)
    .leftJoin(attempts, isCurrentAttempt)
    .leftJoin(users, eq(users.id, attempts.checkedBy))
    .where(inArray(documents.id, ids))
  return new Map(
    found.map(({ id, metadata, result, learnt, corrections, checkedBy }) => [
      id,
      {
        metadata,
        result: result && valuesOf({ result, learnt, corrections }),
        checkedBy,
      },
    ]),
  )
}

/** JSON schemas of results, by step. */
export async function findSchemas(): Promise<Map<string, unknown>> {
  const rows = await db()
    .select({ id: steps.id, schema: steps.schema })
    .from(steps)
    .where(isNotNull(steps.schema))
  return new Map(rows.map(({ id, schema }) => [id, schema]))
}
