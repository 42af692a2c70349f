import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { notifyDocument, notifyUsage } from '@/lib/db/notify'
import { ledgerLines } from '@/lib/usage/tables'
import { headlineOf } from '../model/headline'
import type { Confirmation } from '../model/status'
import { saveSearchEntries } from '../search/store'
import { attempts, documents, nextVersion } from '../tables'
import { type AttemptError, type AttemptRef, isAttempt } from './attempts-store'

type JsonObject = Record<string, unknown>

/** How an attempt ended. */
export type Ending = { finishedAt: Date; confirmedBy: Confirmation } & (
  | { state: 'done'; result: JsonObject; validation: JsonObject | null; identification: JsonObject | null }
  | { state: 'failed'; error: AttemptError }
)

/**
 * Ends an attempt once and for all, in one transaction: document, attempt, ledger line, news. A document cancelled
 * while the upstream was at it stays cancelled, but the pages it cost are in the ledger.
 * False when the attempt had already ended or was overtaken by a later one.
 */
export function settleAttempt({ ending, ...ref }: AttemptRef & { ending: Ending }): Promise<boolean> {
  return db().transaction(async (tx) => {
    const document = await closeDocument({ tx, ref, ending })
    if (!document) return false
    const [attempt] = await tx
      .update(attempts)
      .set({ ...attemptValues(ending), state: ending.state, finishedAt: ending.finishedAt })
      .where(isAttempt(ref))
      .returning({ executionId: attempts.executionId })
    const line = {
      counted: ending.state === 'done',
      why: ledgerReason({ ending, isCancelled: document.state === 'cancelled' }),
      occurredAt: ending.finishedAt,
    }
    await addLedgerLine({ tx, ref, document, executionId: attempt?.executionId ?? null, line })
    if (ending.state === 'done') await saveSearchEntries([{ ...document, result: ending.result }], tx)
    await notifyDocument(tx, ref.documentId)
    await notifyUsage(tx)
    return true
  })
}

const endable = ['sending', 'uncertain', 'enqueued', 'processing'] as const

async function closeDocument({ tx, ref, ending }: { tx: Transaction; ref: AttemptRef; ending: Ending }) {
  const isCurrent = and(eq(documents.id, ref.documentId), eq(documents.attempt, ref.number))
  const confirmation = { confirmedAt: new Date(), confirmedBy: ending.confirmedBy, version: nextVersion }
  const [closed] = await tx
    .update(documents)
    .set({
      ...confirmation,
      state: ending.state,
      reason: null,
      finishedAt: ending.finishedAt,
      nextTryAt: null,
      failedTries: 0,
    })
    .where(and(isCurrent, inArray(documents.state, [...endable])))
    .returning()
  if (closed) return closed
  const [cancelled] = await tx
    .update(documents)
    .set({ ...confirmation, nextTryAt: null })
    .from(attempts)
    .where(
      and(
        isCurrent,
        eq(documents.state, 'cancelled'),
        isAttempt(ref),
        inArray(attempts.state, ['enqueued', 'processing']),
      ),
    )
    .returning()
  return cancelled ?? null
}

function attemptValues(ending: Ending) {
  if (ending.state === 'failed') return { errorCode: ending.error.code, errorDetail: ending.error.detail }
  const { result, validation, identification } = ending
  const headline = headlineOf(result)
  return { result, validation, identification, headline, errorCode: null, errorDetail: null }
}

/** Pages of an attempt that a person had given up, but that the upstream finished all the same. */
export async function recordLateSuccess(given: AttemptRef & { executionId: string; finishedAt: Date }) {
  const { documentId, executionId, finishedAt } = given
  await db().transaction(async (tx) => {
    const [document] = await tx.select().from(documents).where(eq(documents.id, documentId))
    if (!document) return
    const line = { counted: true, why: 'succeeded_after_cancel', occurredAt: finishedAt }
    await addLedgerLine({ tx, ref: given, document, executionId, line })
    await notifyUsage(tx)
  })
}

type LedgerEvent = {
  tx: Transaction
  ref: AttemptRef
  document: typeof documents.$inferSelect
  executionId: string | null
  line: { counted: boolean; why: string; occurredAt: Date }
}

/** One line per attempt, whoever comes first. */
async function addLedgerLine({ tx, ref, document, executionId, line }: LedgerEvent): Promise<void> {
  await tx
    .insert(ledgerLines)
    .values({
      id: `led_${randomBytes(12).toString('hex')}`,
      documentId: document.id,
      documentName: document.name,
      attempt: ref.number,
      executionId,
      userId: document.uploadedBy,
      stepId: document.stepId,
      pages: document.pages,
      ...line,
    })
    .onConflictDoNothing()
}

/** `succeeded`, `succeeded_after_cancel`, or the code of what went wrong. */
function ledgerReason({ ending, isCancelled }: { ending: Ending; isCancelled: boolean }): string {
  if (ending.state === 'failed') return ending.error.code
  return isCancelled ? 'succeeded_after_cancel' : 'succeeded'
}
