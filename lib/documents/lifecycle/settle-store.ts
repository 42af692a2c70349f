import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, exists, inArray } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { notifyUsage } from '@/lib/db/notify'
import { ledgerLines } from '@/lib/usage/tables'
import { countToReview } from '../attention/store'
import { noteInvoiceKeys } from '../invoice-keys/store'
import { findLearnt } from '../learning/find-learnt'
import { headlineColumnsOf } from '../model/headline-columns'
import { type Learnt, readingOf } from '../model/learnt'
import { type Confirmation, canMove, documentStateNames } from '../model/status'
import { inOrder } from '../model/times/stage-times'
import { saveSearchEntries } from '../search/store'
import { attempts, documents, isAttempt } from '../tables'
import { type AttemptError, type AttemptRef, isCurrent } from './attempts-store'
import { move } from './move'

type JsonObject = Record<string, unknown>

export type Ending = { finishedAt: Date; confirmedBy: Confirmation } & (
  | { state: 'done'; result: JsonObject; validation: JsonObject | null; identification: JsonObject | null }
  | { state: 'failed'; error: AttemptError }
)

/**
 * Ends an attempt once and for all, in one transaction: document, attempt, ledger line, news. A document cancelled
 * while the upstream was at it stays cancelled, but the pages it cost are in the ledger.
 * False when the attempt had already ended or was overtaken by a later one.
 */
export async function settleAttempt({ ending, ...ref }: AttemptRef & { ending: Ending }): Promise<boolean> {
  const learnt = ending.state === 'done' ? await learnFrom({ ref, result: ending.result }) : null
  return db().transaction(async (tx) => {
    if (!(await end({ tx, ref, ending, learnt }))) return false
    const { document, executionId } = await getAttempted({ tx, ref })
    const line = {
      counted: ending.state === 'done',
      why: ledgerReason({ ending, isCancelled: document.state === 'cancelled' }),
      occurredAt: ending.finishedAt,
    }
    await addLedgerLine({ tx, ref, document, executionId, line })
    if (ending.state === 'done') {
      await countToReview({ tx, ...ref })
      await noteInvoiceKeys({ tx, documentId: ref.documentId })
      const reading = readingOf({ result: ending.result, learnt })
      await saveSearchEntries([{ ...document, result: reading }], tx)
    }
    await notifyUsage(tx)
    return true
  })
}

/** Where the upstream has it: what waits may go back to done, but nothing is read there. */
const endable = documentStateNames.filter((state) => canMove({ from: state, to: 'failed' }))

/** Before the transaction, because it asks the service what is printed. */
async function learnFrom({ ref, result }: { ref: AttemptRef; result: JsonObject }): Promise<Learnt | null> {
  const [step] = await db()
    .select({ id: documents.stepId, own: attempts.stepId })
    .from(attempts)
    .innerJoin(documents, eq(documents.id, attempts.documentId))
    .where(isAttempt(ref))
  return step ? findLearnt({ documentId: ref.documentId, stepId: step.own ?? step.id, result }) : null
}

type Ended = { tx: Transaction; ref: AttemptRef; ending: Ending; learnt: Learnt | null }

async function end({ tx, ref, ending, learnt }: Ended) {
  const { state, confirmedBy } = ending
  const finishedAt = await finishedByOurClock({ tx, ref, finishedAt: ending.finishedAt })
  const attempt = { ...attemptValues({ ending, learnt }), state, finishedAt }
  const to = { state, finishedAt, confirmedBy }
  const ended = await move({ tx, where: isCurrent(ref), from: endable, to, attempt })
  if (ended.length > 0) return true
  const isFollowed = and(isAttempt(ref), inArray(attempts.state, ['enqueued', 'processing']))
  const followed = tx.select({ number: attempts.number }).from(attempts).where(isFollowed)
  const cancelled = await move({
    tx,
    where: and(isCurrent(ref), exists(followed)),
    from: ['cancelled'],
    to: { nextTryAt: null, confirmedBy },
    attempt,
  })
  return cancelled.length > 0
}

/** The ledger keeps the upstream's own time, by which months are cut; the document's stages are told by one clock. */
async function finishedByOurClock({
  tx,
  ref,
  finishedAt,
}: {
  tx: Transaction
  ref: AttemptRef
  finishedAt: Date
}) {
  const [stages] = await tx.select().from(attempts).where(isAttempt(ref))
  const now = new Date()
  const bounded = finishedAt < now ? finishedAt : now
  if (!stages) return bounded
  const { startedAt: from, sentAt, enqueuedAt, processingAt } = stages
  return inOrder({ from, sentAt, enqueuedAt, processingAt, finishedAt: bounded }).finishedAt ?? bounded
}

async function getAttempted({ tx, ref }: { tx: Transaction; ref: AttemptRef }) {
  const [row] = await tx
    .select({ document: documents, executionId: attempts.executionId })
    .from(attempts)
    .innerJoin(documents, eq(documents.id, attempts.documentId))
    .where(isAttempt(ref))
  if (!row) throw new Error(`no attempt ${ref.number} of ${ref.documentId}`)
  return row
}

function attemptValues({ ending, learnt }: Pick<Ended, 'ending' | 'learnt'>) {
  if (ending.state === 'failed') return { errorCode: ending.error.code, errorDetail: ending.error.detail }
  const { result, validation, identification } = ending
  const headline = headlineColumnsOf(readingOf({ result, learnt }))
  return { result, learnt, validation, identification, ...headline, errorCode: null, errorDetail: null }
}

/** Pages of an attempt that a person had given up, but that the upstream finished all the same. */
export async function recordLateSuccess(ended: AttemptRef & { executionId: string; finishedAt: Date }) {
  const { documentId, executionId, finishedAt } = ended
  await db().transaction(async (tx) => {
    const [document] = await tx.select().from(documents).where(eq(documents.id, documentId))
    if (!document) return
    const line = { counted: true, why: 'succeeded_after_cancel', occurredAt: finishedAt }
    await addLedgerLine({ tx, ref: ended, document, executionId, line })
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
