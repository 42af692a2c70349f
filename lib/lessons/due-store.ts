import 'server-only'
import { and, asc, eq, inArray, lte, min, sql } from 'drizzle-orm'
import { db } from '../db/client'
import type { Database, Transaction } from '../db/connection'
import { nextTryAfter } from '../jobs/next-try'
import { wakeWorker } from '../jobs/wake'
import { lessonsDue } from './tables'

type Asked = {
  tx: Transaction
  documentId: string
  /** Whether a person is still at it: then the next field comes within a minute, and all are learnt at once. */
  isUnfinished?: boolean
}

const unfinishedMs = 60_000

/** Has a document learnt from, in the transaction that changed what it teaches. */
export async function askToLearn({ tx, documentId, isUnfinished = false }: Asked): Promise<void> {
  const dueAt = new Date(Date.now() + (isUnfinished ? unfinishedMs : 0))
  await tx
    .insert(lessonsDue)
    .values({ documentId, dueAt })
    .onConflictDoUpdate({
      target: lessonsDue.documentId,
      set: { dueAt, asked: sql`${lessonsDue.asked} + 1`, failedTries: 0 },
    })
  if (!isUnfinished) await wakeWorker('learn', tx)
}

export type DueLesson = typeof lessonsDue.$inferSelect

export async function claimLessons({
  limit,
  leaseMs,
}: {
  limit: number
  leaseMs: number
}): Promise<DueLesson[]> {
  return db().transaction(async (tx) => {
    const due = await tx
      .select({ id: lessonsDue.documentId })
      .from(lessonsDue)
      .where(lte(lessonsDue.dueAt, new Date()))
      .orderBy(asc(lessonsDue.dueAt))
      .limit(limit)
      .for('update', { skipLocked: true })
    if (due.length === 0) return []
    const ids = due.map(({ id }) => id)
    const dueAt = new Date(Date.now() + leaseMs)
    return tx.update(lessonsDue).set({ dueAt }).where(inArray(lessonsDue.documentId, ids)).returning()
  })
}

export async function findNextLesson(): Promise<Date | null> {
  const [row] = await db()
    .select({ at: min(lessonsDue.dueAt) })
    .from(lessonsDue)
  return row?.at ?? null
}

/** Unless it was asked for once more meanwhile. */
export async function recordLearnt({
  tx,
  due,
}: {
  tx: Transaction | Database
  due: DueLesson
}): Promise<void> {
  const { documentId, asked } = due
  await tx.delete(lessonsDue).where(and(eq(lessonsDue.documentId, documentId), eq(lessonsDue.asked, asked)))
}

/** There was nothing to learn. */
export const endLearning = (due: DueLesson) => recordLearnt({ tx: db(), due })

const firstPauseMs = 20_000

/** After a try that failed. False where it is given up. */
export async function learnLater(due: DueLesson): Promise<boolean> {
  const failedTries = due.failedTries + 1
  const dueAt = nextTryAfter({ failedTries, firstPauseMs })
  if (!dueAt) {
    await endLearning(due)
    return false
  }
  await db()
    .update(lessonsDue)
    .set({ dueAt, failedTries })
    .where(and(eq(lessonsDue.documentId, due.documentId), eq(lessonsDue.asked, due.asked)))
  return true
}
