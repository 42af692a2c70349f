import 'server-only'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { deleteLesson, deleteSupplier } from '@/lib/lessons/change-store'
import type { Forgettable } from '@/lib/lessons/schema'
import { countToReview } from '../attention/store'
import { noteInvoiceKeys } from '../invoice-keys/store'
import { move } from '../lifecycle/move'
import { headlineColumnsOf } from '../model/headline-columns'
import { type Learnt, valuesOf } from '../model/learnt'
import { saveSearchEntries } from '../search/store'
import { attempts, documents, isAttempt } from '../tables'

/**
 * Forgets a lesson, or all of a supplier: documents that nobody checked show again what was answered. A checked one
 * keeps the values that a person saw. False when there is no such lesson or supplier.
 */
export async function forget(what: Forgettable): Promise<boolean> {
  return db().transaction(async (tx) => {
    const forgotten =
      'lesson' in what
        ? await deleteLesson({ tx, id: what.lesson })
        : await deleteSupplier({ tx, id: what.supplier })
    if (!forgotten) return false
    for (const attempt of await listShowing({ tx, ...forgotten }))
      await withdraw({ tx, attempt, ...forgotten })
    return true
  })
}

type Scope = { tx: Transaction; supplierId: string; path: string | null }

function listShowing({ tx, supplierId, path }: Scope) {
  const isOfSupplier = sql`one.value->>'supplierId' = ${supplierId}`
  const isShown = path === null ? isOfSupplier : sql`${isOfSupplier} and one.key = ${path}`
  return tx
    .select({
      documentId: attempts.documentId,
      number: attempts.number,
      current: documents.attempt,
      result: attempts.result,
      learnt: attempts.learnt,
      corrections: attempts.corrections,
      document: { receivedAt: documents.receivedAt, name: documents.name, metadata: documents.metadata },
    })
    .from(attempts)
    .innerJoin(documents, eq(documents.id, attempts.documentId))
    .where(
      and(
        isNotNull(attempts.learnt),
        isNull(attempts.checkedAt),
        sql`exists (select 1 from json_each(${attempts.learnt}) as one where ${isShown})`,
      ),
    )
    .for('update', { of: [documents, attempts] })
}

type Showing = Awaited<ReturnType<typeof listShowing>>[number]

async function withdraw({ tx, attempt, supplierId, path }: Scope & { attempt: Showing }): Promise<void> {
  const { documentId, number, current, result, corrections, document } = attempt
  if (!result) return
  const kept = Object.entries(attempt.learnt ?? {}).filter(
    ([at, one]) => one.supplierId !== supplierId || (path !== null && at !== path),
  )
  const learnt: Learnt | null = kept.length > 0 ? Object.fromEntries(kept) : null
  const values = valuesOf({ result, learnt, corrections })
  await tx
    .update(attempts)
    // What was to review was found in the values as they were shown.
    .set({ learnt, reviewItems: null, ...headlineColumnsOf(values) })
    .where(isAttempt({ documentId, number }))
  if (number === current) await noteInvoiceKeys({ tx, documentId })
  await countToReview({ tx, documentId, number })
  if (number !== current) return
  await saveSearchEntries([{ id: documentId, ...document, result: values }], tx)
  await move({ tx, where: eq(documents.id, documentId), from: ['done'], to: {} })
}
