import 'server-only'
import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { notifyDocuments } from '@/lib/db/notify'
import { requestJob } from '@/lib/jobs/boss'
import { type DocumentState, documentStateNames, documentStates, terminalStates } from '../model/status'
import { attempts, documents, nextVersion } from '../tables'

const statesWhere = (rule: 'canRetry' | 'canCancel') =>
  documentStateNames.filter((state) => documentStates[state][rule])

/** Puts those of the documents that may be retried back in the queue; returns their ids. */
export async function retryDocuments(ids: string[]): Promise<string[]> {
  return db().transaction(async (tx) => {
    const moved = await change({
      tx,
      ids,
      where: and(inArray(documents.state, statesWhere('canRetry')), isNotNull(documents.fileKey)),
      set: {
        state: 'waiting',
        reason: 'queue',
        nextTryAt: new Date(),
        failedTries: 0,
        finishedAt: null,
        ...confirmedByDesk(),
      },
    })
    if (moved.length > 0) await requestJob('submit', { in: tx })
    return moved
  })
}

/**
 * Cancels the document where its state allows it. What the upstream already works on keeps its time for the next
 * look: the pages it may still count must reach the ledger.
 */
export async function cancelDocument(id: string): Promise<boolean> {
  return db().transaction(async (tx) => {
    await tx
      .update(attempts)
      .set({ state: 'cancelled', finishedAt: new Date() })
      .where(and(eq(attempts.documentId, id), eq(attempts.state, 'waiting')))
    const moved = await change({
      tx,
      ids: [id],
      where: inArray(documents.state, statesWhere('canCancel')),
      set: {
        state: 'cancelled',
        reason: null,
        finishedAt: new Date(),
        nextTryAt: keepWhileUpstream,
        ...confirmedByDesk(),
      },
    })
    return moved.length > 0
  })
}

/**
 * Takes the document out of sight for good; what only waited will not be sent any more. Returns null where its state
 * forbids it, else the key of the file to delete, if it can go already.
 */
export async function removeDocument(id: string): Promise<{ fileKey: string | null } | null> {
  return db().transaction(async (tx) => {
    const [before] = await tx
      .select({ state: documents.state, fileKey: documents.fileKey })
      .from(documents)
      .where(eq(documents.id, id))
      .for('update')
    if (!before || before.state === 'sending') return null
    const isSettled = before.state === 'waiting' || terminalStates.includes(before.state)
    const moved = await change({
      tx,
      ids: [id],
      set: {
        removedAt: new Date(),
        ...(isSettled ? { fileKey: null } : {}),
        ...(before.state === 'waiting' ? { state: 'cancelled', reason: null, nextTryAt: null } : {}),
      },
    })
    return moved.length > 0 ? { fileKey: isSettled ? before.fileKey : null } : null
  })
}

/** Files of documents that were removed while the upstream had them and have ended since; their keys are forgotten. */
export async function takeForgottenFiles(): Promise<string[]> {
  const gone = and(
    isNotNull(documents.removedAt),
    isNotNull(documents.fileKey),
    inArray(documents.state, terminalStates),
  )
  const rows = await db().select({ id: documents.id, fileKey: documents.fileKey }).from(documents).where(gone)
  const ids = rows.map((row) => row.id)
  if (ids.length > 0) await db().update(documents).set({ fileKey: null }).where(inArray(documents.id, ids))
  return rows.flatMap((row) => row.fileKey ?? [])
}

type Change = Partial<Omit<typeof documents.$inferInsert, 'nextTryAt' | 'state'>> & {
  state?: DocumentState
  nextTryAt?: Date | null | SQL
}

const confirmedByDesk = () => ({ confirmedAt: new Date(), confirmedBy: 'desk' as const })

const keepWhileUpstream = sql`case when ${documents.state} in ('enqueued', 'processing') then ${documents.nextTryAt} end`

async function change(given: { tx: Transaction; ids: string[]; where?: SQL | undefined; set: Change }) {
  const { tx, ids, where, set } = given
  const moved = await tx
    .update(documents)
    .set({ ...set, version: nextVersion })
    .where(and(inArray(documents.id, ids), isNull(documents.removedAt), where))
    .returning({ id: documents.id })
  const changed = moved.map((row) => row.id)
  await notifyDocuments(tx, changed)
  return changed
}
