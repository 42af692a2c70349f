import 'server-only'
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import type { Locale } from '@/lib/i18n/catalogues'
import { type NewMail, writeMails } from '@/lib/mail/outbox-store'
import { users } from '@/lib/people/tables'
import { type DocumentState, documentStateNames, documentStates } from '../model/status'
import { attempts, documents, isCurrentAttempt } from '../tables'

/** What was cancelled, its person knows. */
const notifiable = ['done', 'failed'] satisfies DocumentState[]
const openStates = documentStateNames.filter((state) => documentStates[state].phase === 'open')
/** What ends is seen by others a moment later; a digest that looked too early would pass over it for good. */
const settlingMs = 10_000

/** By when they ended, and not by when they last changed: a value put right later is no news. */
function isUnnotified(upTo: Date) {
  return and(
    inArray(documents.state, notifiable),
    lte(documents.finishedAt, upTo),
    or(isNull(users.notifiedUpTo), gt(documents.finishedAt, users.notifiedUpTo)),
  )
}
const settled = () => new Date(Date.now() - settlingMs)

export type DigestCandidate = {
  id: string
  open: number
  firstEndedAt: Date
  lastEndedAt: Date
  digestAt: Date | null
}

export function listDigestCandidates(): Promise<DigestCandidate[]> {
  const unnotified = isUnnotified(settled())
  const endedAt = (pick: 'min' | 'max') =>
    sql<Date>`${sql.raw(pick)}(${documents.finishedAt}) filter (where ${unnotified})`.mapWith(
      documents.finishedAt,
    )
  return db()
    .select({
      id: users.id,
      open: sql<number>`(count(*) filter (where ${inArray(documents.state, openStates)}))::int`,
      firstEndedAt: endedAt('min'),
      lastEndedAt: endedAt('max'),
      digestAt: users.digestAt,
    })
    .from(users)
    .innerJoin(documents, eq(documents.uploadedBy, users.id))
    .where(and(eq(users.mailsDone, true), isNull(users.disabledAt), isNull(documents.removedAt)))
    .groupBy(users.id)
    .having(sql`bool_or(${unnotified})`)
}

type Unnotified = {
  person: { email: string; name: string; locale: Locale | null }
  documents: { name: string; state: DocumentState; errorCode: string | null; toReview: number }[]
  /** They are told of all that ended up to then. */
  upTo: Date
}

type DigestOfPerson = { personId: string; compose: (unnotified: Unnotified) => NewMail }

/**
 * Writes the mail that `compose` makes of what the person was not told yet, and remembers that it is told, in one
 * transaction. Does nothing where there is nothing, or another process is at it.
 */
export async function writeDigestOnce({ personId, compose }: DigestOfPerson): Promise<void> {
  const isPerson = eq(users.id, personId)
  await db().transaction(async (tx) => {
    const [person] = await tx
      .select({ email: users.email, name: users.name, locale: users.locale })
      .from(users)
      .where(isPerson)
      .for('update', { skipLocked: true })
    const upTo = settled()
    const documents = await listUnnotified({ tx, personId, upTo })
    if (!person || documents.length === 0) return
    await writeMails({ tx, mails: [compose({ person, documents, upTo })] })
    await tx.update(users).set({ notifiedUpTo: upTo, digestAt: new Date() }).where(isPerson)
  })
}

function listUnnotified({ tx, personId, upTo }: { tx: Transaction; personId: string; upTo: Date }) {
  return tx
    .select({
      name: documents.name,
      state: documents.state,
      errorCode: attempts.errorCode,
      toReview: sql<number>`coalesce(${attempts.toReview}, 0)`,
    })
    .from(documents)
    .innerJoin(users, eq(users.id, documents.uploadedBy))
    .leftJoin(attempts, isCurrentAttempt)
    .where(and(eq(users.id, personId), isNull(documents.removedAt), isUnnotified(upTo)))
    .orderBy(asc(documents.finishedAt), asc(documents.id))
}
