import 'server-only'
import { and, asc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { wakeWorker } from '@/lib/jobs/wake'
import { readingOf } from '../model/learnt'
import { attempts, documents, isCurrentAttempt } from '../tables'
import { type InvoiceKeys, invoiceKeysOf } from './invoice-keys'
import { invoiceKeys } from './tables'

const changed = { revision: sql`${invoiceKeys.revision} + 1`, nextTryAt: null, failedTries: 0 }

/**
 * Notes by what the invoice of a document is known again, in the transaction that changed its result or what people
 * say of it. Where that is another than before, it is compared with others soon after (comparison/compare).
 */
export async function noteInvoiceKeys({ tx, documentId }: { tx: Transaction; documentId: string }) {
  const [row] = await selectRead(tx).where(eq(documents.id, documentId))
  if (row) await saveKeys({ tx, row })
}

/** Has the papers that were compared with this one compared anew: it is gone. */
export async function noteGone({ tx, documentId }: { tx: Transaction; documentId: string }): Promise<void> {
  const gone = await tx
    .update(invoiceKeys)
    .set(changed)
    .where(eq(invoiceKeys.documentId, documentId))
    .returning({ id: invoiceKeys.documentId })
  if (gone.length > 0) await wakeWorker('compare', tx)
}

const isRead = and(isCurrentAttempt, eq(attempts.state, 'done'), isNotNull(attempts.result))

type Part = { after: string; limit: number }

/** Documents read by an earlier version, which noted no keys, in the order of their ids. */
export async function listWithoutKeys({ after, limit }: Part): Promise<string[]> {
  const rows = await db()
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(attempts, isRead)
    .leftJoin(invoiceKeys, eq(invoiceKeys.documentId, documents.id))
    .where(and(isNull(invoiceKeys.documentId), gt(documents.id, after)))
    .orderBy(asc(documents.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Under the lock that whoever changes its result holds, so that it takes the place of nothing newer. */
export async function noteEarlierKeys(documentId: string): Promise<void> {
  await db().transaction(async (tx) => {
    await tx.select({ id: documents.id }).from(documents).where(eq(documents.id, documentId)).for('update')
    await noteInvoiceKeys({ tx, documentId })
  })
}

function selectRead(from: Pick<Transaction, 'select'>) {
  return from
    .select({
      documentId: documents.id,
      receivedAt: documents.receivedAt,
      attempt: attempts.number,
      result: attempts.result,
      learnt: attempts.learnt,
      corrections: attempts.corrections,
      confirmations: attempts.confirmations,
      checkedAt: attempts.checkedAt,
      identification: attempts.identification,
      known: invoiceKeys,
    })
    .from(documents)
    .innerJoin(attempts, isRead)
    .leftJoin(invoiceKeys, eq(invoiceKeys.documentId, documents.id))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof selectRead>>[number]

async function saveKeys({ tx, row }: { tx: Transaction; row: Row }): Promise<void> {
  const { documentId, receivedAt, attempt, identification, known } = row
  const type = identification?.document_type
  const keys = invoiceKeysOf({
    result: readingOf({ result: row.result ?? {}, learnt: row.learnt }),
    corrections: row.corrections ?? {},
    confirmations: row.confirmations ?? {},
    isChecked: row.checkedAt !== null,
    documentType: typeof type === 'string' ? type : null,
  })
  if (known && known.attempt === attempt && isSame({ keys, known })) return
  await tx
    .insert(invoiceKeys)
    .values({ documentId, receivedAt, attempt, ...keys })
    .onConflictDoUpdate({
      target: invoiceKeys.documentId,
      set: { attempt, ...keys, ...changed },
    })
  await wakeWorker('compare', tx)
}

function isSame({ keys, known }: { keys: InvoiceKeys; known: InvoiceKeys }): boolean {
  const names = Object.keys(keys) as (keyof InvoiceKeys)[]
  return names.every((name) => keys[name] === known[name])
}
