import 'server-only'
import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { wakeWorker } from '@/lib/jobs/wake'
import type { Step } from '@/lib/steps/schema'
import { noteGone } from '../invoice-keys/store'
import { move } from '../lifecycle/move'
import type { RetryableDocuments } from '../model/schema'
import { type DocumentState, documentStateNames, documentStates, isTerminal } from '../model/status'
import { matching, type Selection } from '../read/list-store'
import { attempts, documents, isAttempt, isCurrentAttempt } from '../tables'

const retryable = documentStateNames.filter((state) => documentStates[state].canRetry)
const cancellable = documentStateNames.filter((state) => documentStates[state].canCancel)

export function retryDocuments(ids: string[]): Promise<string[]> {
  return putInLine({ ids, from: retryable })
}

/** Reads a document with another step, also one that is done: what the first one read stays with its attempt. */
export async function processWithStep({ id, step }: { id: string; step: Step }): Promise<boolean> {
  const to = { stepId: step.id, stepName: step.name }
  return (await putInLine({ ids: [id], from: [...retryable, 'done'], to })).length > 0
}

type InLine = {
  ids: string[]
  from: readonly DocumentState[]
  to?: { stepId: string; stepName: string }
}

async function putInLine({ ids, from, to }: InLine): Promise<string[]> {
  return db().transaction(async (tx) => {
    if (to) await noteSteps({ tx, ids, from })
    const moved = await move({
      tx,
      where: and(inArray(documents.id, ids), isNull(documents.removedAt), isNotNull(documents.fileKey)),
      from,
      to: {
        ...to,
        state: 'waiting',
        reason: 'queue',
        nextTryAt: new Date(),
        failedTries: 0,
        confirmedBy: 'desk',
      },
    })
    if (moved.length > 0) await wakeWorker('submit', tx)
    return moved.map(({ id }) => id)
  })
}

/** Notes beside the current attempts by which step they were read, before their documents get another one. */
async function noteSteps({ tx, ids, from }: InLine & { tx: Transaction }): Promise<void> {
  const rows = await tx
    .select()
    .from(documents)
    .where(and(inArray(documents.id, ids), inArray(documents.state, [...from])))
    .for('update')
  for (const { id, attempt: number, stepId, stepName } of rows) {
    await tx
      .update(attempts)
      .set({ stepId, stepName })
      .where(isAttempt({ documentId: id, number }))
  }
}

/**
 * Cancels the document where its state allows it. What the upstream already works on keeps its time for the next
 * poll: the pages it may still count must reach the ledger. What is only to be read with another step is done as
 * before, with what the first one read.
 */
export async function cancelDocument(id: string): Promise<boolean> {
  return db().transaction(async (tx) => {
    if (await keepReading({ tx, id })) return true
    await tx
      .update(attempts)
      .set({ state: 'cancelled', finishedAt: new Date() })
      .where(and(eq(attempts.documentId, id), eq(attempts.state, 'waiting')))
    const moved = await move({
      tx,
      where: and(eq(documents.id, id), isNull(documents.removedAt)),
      from: cancellable,
      to: {
        state: 'cancelled',
        finishedAt: new Date(),
        nextTryAt: keepWhileUpstream,
        confirmedBy: 'desk',
      },
    })
    return moved.length > 0
  })
}

async function keepReading({ tx, id }: { tx: Transaction; id: string }): Promise<boolean> {
  const [read] = await tx
    .select({ stepId: attempts.stepId, stepName: attempts.stepName, finishedAt: attempts.finishedAt })
    .from(documents)
    .innerJoin(attempts, isCurrentAttempt)
    .where(
      and(
        eq(documents.id, id),
        isNull(documents.removedAt),
        eq(documents.state, 'waiting'),
        eq(attempts.state, 'done'),
      ),
    )
    .for('update', { of: documents })
  if (!read?.stepId || !read.stepName) return false
  const { stepId, stepName, finishedAt } = read
  const to = { state: 'done', stepId, stepName, finishedAt, confirmedBy: 'desk' } as const
  return (await move({ tx, where: eq(documents.id, id), from: ['waiting'], to })).length > 0
}

const keepWhileUpstream = sql`case when ${documents.state} in ('enqueued', 'processing') then ${documents.nextTryAt} end`

/**
 * Takes the document out of sight for good; what only waited will not be sent any more. Returns null where its state
 * forbids it, else the keys of the files to delete, if they can go already.
 */
export async function removeDocument(id: string): Promise<{ keys: string[] } | null> {
  return db().transaction(async (tx) => {
    const [before] = await tx
      .select({ state: documents.state, fileKey: documents.fileKey, converted: documents.converted })
      .from(documents)
      .where(and(eq(documents.id, id), isNull(documents.removedAt)))
      .for('update')
    if (!before || before.state === 'sending') return null
    const to = { removedAt: new Date(), ...removalOf(before.state) }
    await move({ tx, where: eq(documents.id, id), from: [before.state], to })
    await noteGone({ tx, documentId: id })
    if (!('fileKey' in to)) return { keys: [] }
    return { keys: [before.fileKey, before.converted?.key].filter((key) => key != null) }
  })
}

/** What the upstream is at keeps its file until that has ended: the sweep removes it then. */
function removalOf(state: DocumentState) {
  if (state === 'waiting') return { state: 'cancelled', nextTryAt: null, fileKey: null } as const
  return isTerminal(state) ? { fileKey: null } : {}
}

const isRetryable = (selection: Selection) => and(matching({ selection }), isNotNull(documents.fileKey))

type Wanted = { selection: Selection; limit: number }

export async function listRetryable({ selection, limit }: Wanted): Promise<string[]> {
  const rows = await db()
    .select({ id: documents.id })
    .from(documents)
    .where(isRetryable(selection))
    .orderBy(desc(documents.receivedAt), desc(documents.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

export async function countRetryable(selection: Selection): Promise<RetryableDocuments> {
  const [row] = await db()
    .select({
      documents: sql<number>`count(*)::int`,
      pages: sql<number>`coalesce(sum(${documents.pages}), 0)::int`,
    })
    .from(documents)
    .where(isRetryable(selection))
  return row ?? { documents: 0, pages: 0 }
}

export function listRetryFacts(ids: string[]) {
  return db()
    .select({
      id: documents.id,
      name: documents.name,
      ownerId: documents.uploadedBy,
      state: documents.state,
      hasOriginal: sql<boolean>`${documents.fileKey} is not null`,
    })
    .from(documents)
    .where(and(inArray(documents.id, ids), isNull(documents.removedAt)))
}

export type RetryFacts = Awaited<ReturnType<typeof listRetryFacts>>[number]
