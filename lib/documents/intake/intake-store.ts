import 'server-only'
import { and, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Database, Transaction } from '@/lib/db/connection'
import { wakeWorker } from '@/lib/jobs/wake'
import type { TokenScope } from '@/lib/people/roles'
import { move, type NewDocument, receive } from '../lifecycle/move'
import { documentOfConverted } from '../model/files/sent-file'
import { terminalStates } from '../model/status'
import { saveSearchEntries } from '../search/store'
import { documents } from '../tables'
import { reservePages } from './reserve-store'

export type EarlierDocument = { id: string; uploadedBy: string }

type Sameness = { id: string; sha256: string; stepId: string }

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

type Insertion = { document: NewDocument; allowDuplicate: boolean; token?: TokenScope | undefined }

/**
 * Writes the document down and asks for its submission, both or neither. Returns the earlier copy instead, with
 * nothing written, where duplicates are not allowed and another one was faster. A document already there by this id
 * (an upload finished twice) is left as it is. Throws token.pages_spent.
 */
export async function insertDocument({
  document,
  allowDuplicate,
  token,
}: Insertion): Promise<EarlierDocument | null> {
  return db().transaction(async (tx) => {
    // Two copies arriving at the same moment wait for each other here.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${document.sha256 + document.stepId}, 0))`,
    )
    const earlier = allowDuplicate ? null : await findEarlier(document, tx)
    if (earlier) return earlier
    await reservePages({ tx, token, pages: document.pages })
    const received = await receive({ tx, document })
    if (received) await saveSearchEntries([{ ...document, ...received, result: null }], tx)
    await wakeWorker('submit', tx)
    return null
  })
}

export async function findStoredKeys(keys: string[]): Promise<(string | null)[]> {
  const ids = keys.flatMap((key) => documentOfConverted(key) ?? [])
  const [originals, converted] = await Promise.all([
    db().select({ key: documents.fileKey }).from(documents).where(inArray(documents.fileKey, keys)),
    db()
      .select({ file: documents.converted })
      .from(documents)
      .where(and(isNotNull(documents.fileKey), inArray(documents.id, ids))),
  ])
  return [...originals.map(({ key }) => key), ...converted.map(({ file }) => file?.key ?? null)]
}

/** Files of documents that were removed while the upstream had them and have ended since; their keys are forgotten. */
export async function takeForgottenFiles(): Promise<string[]> {
  const isForgotten = and(isNotNull(documents.removedAt), isNotNull(documents.fileKey))
  const rows = await db()
    .select({ id: documents.id, fileKey: documents.fileKey, converted: documents.converted })
    .from(documents)
    .where(and(isForgotten, inArray(documents.state, terminalStates)))
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) {
    await move({ where: inArray(documents.id, ids), from: terminalStates, to: { fileKey: null } })
  }
  return rows.flatMap(({ fileKey, converted }) => [fileKey ?? [], converted?.key ?? []].flat())
}
