import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, count, desc, eq, inArray, isNotNull, lt, lte, max, min, ne, or } from 'drizzle-orm'
import { db } from '../db/client'
import type { Transaction } from '../db/connection'
import { wakeWorker } from '../jobs/wake'
import type { RenderedLetter } from './letter'
import type { MailKind } from './schema'
import { sealText } from './sealed-text'
import { mails } from './tables'

/** `key` says what the mail is about: the same is never written twice. */
export type NewMail = RenderedLetter & { kind: MailKind; key: string; recipient: string }

/** Writes mails to send, in the transaction of what they tell where it changes anything. */
export async function writeMails({
  mails: letters,
  tx,
}: {
  tx?: Transaction
  mails: NewMail[]
}): Promise<void> {
  if (letters.length === 0) return
  const rows = letters.map((mail) => {
    const id = `mail_${randomUUID()}`
    const [text, html] = [mail.text, mail.html].map((said) => sealText({ id, text: said }))
    return { ...mail, id, text, html, nextTryAt: new Date() }
  })
  await (tx ?? db()).insert(mails).values(rows).onConflictDoNothing()
}

/** Lets a mail just written go out at once; unannounced it would wait for the next look at mail. */
export function announceMail(): Promise<void> {
  return wakeWorker('mail')
}

export type DueMail = typeof mails.$inferSelect

export async function claimMails({ limit, leaseMs }: { limit: number; leaseMs: number }): Promise<DueMail[]> {
  return db().transaction(async (tx) => {
    const due = await tx
      .select({ id: mails.id })
      .from(mails)
      .where(and(isWaiting, lte(mails.nextTryAt, new Date())))
      .orderBy(asc(mails.nextTryAt))
      .limit(limit)
      .for('update', { skipLocked: true })
    if (due.length === 0) return []
    const ids = due.map(({ id }) => id)
    const nextTryAt = new Date(Date.now() + leaseMs)
    return tx.update(mails).set({ nextTryAt }).where(inArray(mails.id, ids)).returning()
  })
}

export async function findNextMail(): Promise<Date | null> {
  const [row] = await db()
    .select({ at: min(mails.nextTryAt) })
    .from(mails)
    .where(isWaiting)
  return row?.at ?? null
}

const forgotten = { text: null, html: null }

export async function recordSent({ id, tries }: { id: string; tries: number }): Promise<void> {
  await db()
    .update(mails)
    .set({ ...forgotten, state: 'sent', tries, problem: null, nextTryAt: null, endedAt: new Date() })
    .where(eq(mails.id, id))
}

type FailedTry = { id: string; tries: number; problem: string; nextTryAt: Date | null; keepsText: boolean }

/** Tries again at `nextTryAt`, or gives the mail up where that is null. */
export async function recordProblem({ id, tries, problem, nextTryAt, keepsText }: FailedTry): Promise<void> {
  const ended = { ...(keepsText ? {} : forgotten), state: 'failed', endedAt: new Date() } as const
  await db()
    .update(mails)
    .set({ ...(nextTryAt ? {} : ended), nextTryAt, tries, problem })
    .where(eq(mails.id, id))
}

/** Lets mails that wait for their next try go at once: the server works again. */
export async function rescheduleMails(): Promise<void> {
  await db()
    .update(mails)
    .set({ nextTryAt: new Date() })
    .where(and(isWaiting, isNotNull(mails.problem)))
}

export async function deleteOldMails(endedBefore: Date): Promise<void> {
  await db().delete(mails).where(lt(mails.endedAt, endedBefore))
}

export async function countWaitingMails(): Promise<{ waiting: number; lastSentAt: Date | null }> {
  const [waiting] = await db().select({ mails: count() }).from(mails).where(isWaiting)
  const [sent] = await db()
    .select({ at: max(mails.endedAt) })
    .from(mails)
    .where(eq(mails.state, 'sent'))
  return { waiting: waiting?.mails ?? 0, lastSentAt: sent?.at ?? null }
}

/** Mails given up, or tried in vain and waiting for their next try; newest first. */
export function listMailProblems(limit: number): Promise<DueMail[]> {
  return db()
    .select()
    .from(mails)
    .where(or(eq(mails.state, 'failed'), and(ne(mails.state, 'sent'), isNotNull(mails.problem))))
    .orderBy(desc(mails.createdAt))
    .limit(limit)
}

const isWaiting = eq(mails.state, 'waiting')
