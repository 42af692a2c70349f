import 'server-only'
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Database, Transaction } from '@/lib/db/connection'
import { notifyDocument } from '@/lib/db/notify'
import { requestJob } from '@/lib/jobs/boss'
import { saveSearchEntries } from '../search/store'
import { documents } from '../tables'

export type NewDocument = Pick<
  typeof documents.$inferInsert,
  'id' | 'name' | 'bytes' | 'sha256' | 'contentType' | 'pages' | 'stepId' | 'stepName' | 'uploadedBy'
> & { metadata: Record<string, unknown> | null; fileKey: string }

export type EarlierDocument = { id: string; uploadedBy: string }

type Sameness = { id: string; sha256: string; stepId: string }

/** The newest document, not removed, that is the same file for the same step. */
export async function findEarlier(
  same: Sameness,
  within: Database | Transaction = db(),
): Promise<EarlierDocument | null> {
  const [earlier] = await within
    .select({ id: documents.id, uploadedBy: documents.uploadedBy })
    .from(documents)
    .where(
      and(
        eq(documents.sha256, same.sha256),
        eq(documents.stepId, same.stepId),
        ne(documents.id, same.id),
        isNull(documents.removedAt),
      ),
    )
    .orderBy(sql`${documents.receivedAt} desc`)
    .limit(1)
  return earlier ?? null
}

/**
 * Writes the document down and asks for its submission, both or neither. Returns the earlier copy instead, with
 * nothing written, where duplicates are not allowed and another one was faster. A document already there by this id
 * (an upload finished twice) is left as it is.
 */
export async function insertDocument(given: {
  document: NewDocument
  allowDuplicate: boolean
}): Promise<EarlierDocument | null> {
  const { document, allowDuplicate } = given
  return db().transaction(async (tx) => {
    // Two copies arriving at the same moment wait for each other here.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${document.sha256 + document.stepId}, 0))`,
    )
    const earlier = allowDuplicate ? null : await findEarlier(document, tx)
    if (earlier) return earlier
    const now = new Date()
    const waiting = { state: 'waiting', reason: 'queue', nextTryAt: now } as const
    const known = { receivedAt: now, confirmedAt: now, confirmedBy: 'desk' } as const
    const inserted = await tx
      .insert(documents)
      .values({ ...document, ...waiting, ...known })
      .onConflictDoNothing()
      .returning({ id: documents.id })
    const entries = inserted.map(() => ({ ...document, ...known, result: null }))
    await saveSearchEntries(entries, tx)
    await requestJob('submit', { in: tx })
    await notifyDocument(tx, document.id)
    return null
  })
}

/** Those of the file keys that a document names. */
export async function findStoredKeys(keys: string[]): Promise<(string | null)[]> {
  const rows = await db()
    .select({ fileKey: documents.fileKey })
    .from(documents)
    .where(inArray(documents.fileKey, keys))
  return rows.map((row) => row.fileKey)
}
