import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, asc, eq, lte, min } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { notifyDocument } from '@/lib/db/notify'
import { attempts, documents, nextVersion } from '../tables'
import { type AttemptRef, isAttempt } from './attempts-store'
import { isWaiting } from './waiting-store'

/** A sender that shows no sign of life for so long is taken for dead. */
export const sendingLeaseMs = 60_000

/** A document taken for sending, with all that is sent. */
export type Sending = AttemptRef & {
  key: string
  startedAt: Date
  failedTries: number
  stepId: string
  fileKey: string | null
  bytes: number
  name: string
  contentType: string
  metadata: Record<string, unknown> | null
}

/** What may still be sent this month: pages, null without a quota, and when the next month begins. */
export type Allowance = { left: number | null; resetsAt: Date }

/**
 * Takes due documents for sending, oldest first: their attempt is written down before anything is sent. A document
 * put back without having been processed goes on with the same attempt and key. One with more pages than are left
 * waits for the next month and lets smaller ones pass.
 */
export function claimWaiting(given: {
  limit: number
  leaseMs: number
  allowance: Allowance
}): Promise<Sending[]> {
  const { limit, leaseMs, allowance } = given
  return db().transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(documents)
      .where(and(isWaiting, lte(documents.nextTryAt, new Date())))
      .orderBy(asc(documents.receivedAt), asc(documents.id))
      .limit(limit)
      .for('update', { skipLocked: true })
    let left = allowance.left ?? Number.POSITIVE_INFINITY
    const claimed: Sending[] = []
    for (const row of rows) {
      if (row.pages > left) {
        await holdForQuota({ tx, row, until: allowance.resetsAt })
        continue
      }
      left -= row.pages
      claimed.push({ ...row, ...(await beginAttempt({ tx, row, leaseMs })) })
    }
    return claimed
  })
}

async function holdForQuota({ tx, row, until }: { tx: Transaction; row: DocumentRow; until: Date }) {
  await tx
    .update(documents)
    .set({ reason: 'quota', nextTryAt: until, version: nextVersion })
    .where(eq(documents.id, row.id))
  await notifyDocument(tx, row.id)
}

type DocumentRow = typeof documents.$inferSelect

async function beginAttempt({ tx, row, leaseMs }: { tx: Transaction; row: DocumentRow; leaseMs: number }) {
  const ref = { documentId: row.id, number: row.attempt }
  const [putBack] = await tx
    .update(attempts)
    .set({ state: 'sending', sentAt: null, errorCode: null, errorDetail: null })
    .where(and(isAttempt(ref), eq(attempts.state, 'waiting')))
    .returning()
  const attempt = putBack ?? (await insertAttempt({ tx, ref: { ...ref, number: row.attempt + 1 } }))
  const now = new Date()
  await tx
    .update(documents)
    .set({
      state: 'sending',
      reason: null,
      attempt: attempt.number,
      nextTryAt: new Date(now.getTime() + leaseMs),
      confirmedAt: now,
      confirmedBy: 'desk',
      version: nextVersion,
    })
    .where(eq(documents.id, row.id))
  await notifyDocument(tx, row.id)
  return { documentId: row.id, number: attempt.number, key: attempt.key, startedAt: attempt.startedAt }
}

async function insertAttempt({ tx, ref }: { tx: Transaction; ref: AttemptRef }) {
  const attempt = { ...ref, key: `att_${randomBytes(16).toString('hex')}`, startedAt: new Date() }
  await tx.insert(attempts).values({ ...attempt, state: 'sending' })
  return attempt
}

/** Keeps a document that is still being sent from being taken for abandoned. */
export async function renewLease({ documentId, leaseMs }: { documentId: string; leaseMs: number }) {
  await db()
    .update(documents)
    .set({ nextTryAt: new Date(Date.now() + leaseMs) })
    .where(and(eq(documents.id, documentId), eq(documents.state, 'sending')))
}

/** Lets go of what this process's predecessor was sending: nobody else can be (embedded database, one process). */
export async function endSendingLeases(): Promise<void> {
  await db().update(documents).set({ nextTryAt: new Date() }).where(eq(documents.state, 'sending'))
}

/** Documents in `sending` whose lease ran out: their sender died. */
export function listAbandoned() {
  return db()
    .select({
      documentId: attempts.documentId,
      number: attempts.number,
      sentAt: attempts.sentAt,
      startedAt: attempts.startedAt,
      sentTo: attempts.upstream,
      failedTries: documents.failedTries,
    })
    .from(documents)
    .innerJoin(attempts, and(eq(attempts.documentId, documents.id), eq(attempts.number, documents.attempt)))
    .where(and(eq(documents.state, 'sending'), lte(documents.nextTryAt, new Date())))
}

/** When the submit pump has to look again. */
export async function findNextSubmission(): Promise<Date | null> {
  const [row] = await db()
    .select({ at: min(documents.nextTryAt) })
    .from(documents)
    .where(isWaiting)
  return row?.at ?? null
}
