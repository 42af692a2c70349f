import 'server-only'
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '../db/client'
import type { Transaction } from '../db/connection'
import { attempts, documents, users } from '../db/schema'
import { type DocumentState, documentStateNames, documentStates } from '../documents/status'
import type { Locale } from '../i18n/catalogues'
import { type NewMail, writeMails } from './outbox-store'

/** What was cancelled, its person knows. */
const told = ['done', 'failed'] satisfies DocumentState[]
const openStates = documentStateNames.filter((state) => documentStates[state].phase === 'open')
const isUntold = and(inArray(documents.state, told), gt(documents.version, users.digestVersion))

/** A person who wants digests and has documents that ended since the last one. */
export type DigestCandidate = {
  id: string
  open: number
  firstEndedAt: Date
  lastEndedAt: Date
  digestAt: Date | null
}

export function listDigestCandidates(): Promise<DigestCandidate[]> {
  const endedAt = (pick: 'min' | 'max') =>
    sql<Date>`${sql.raw(pick)}(${documents.confirmedAt}) filter (where ${isUntold})`.mapWith(
      documents.confirmedAt,
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
    .having(sql`bool_or(${isUntold})`)
}

type Untold = {
  person: { email: string; name: string; locale: Locale | null }
  documents: { name: string; state: DocumentState; errorCode: string | null }[]
  /** Up to which change of documents they are told. */
  version: number
}

/**
 * Writes the mail that `compose` makes of what the person was not told yet, and remembers that it is told, in one
 * transaction. Does nothing where there is nothing, or another process is at it.
 */
export async function writeDigestOnce(given: {
  personId: string
  compose: (untold: Untold) => NewMail
}): Promise<void> {
  const isPerson = eq(users.id, given.personId)
  await db().transaction(async (tx) => {
    const [person] = await tx
      .select({ email: users.email, name: users.name, locale: users.locale })
      .from(users)
      .where(isPerson)
      .for('update', { skipLocked: true })
    const documents = await listUntold({ tx, personId: given.personId })
    const version = documents.at(-1)?.version
    if (!person || version === undefined) return
    await writeMails({ tx, mails: [given.compose({ person, documents, version })] })
    await tx.update(users).set({ digestVersion: version, digestAt: new Date() }).where(isPerson)
  })
}

function listUntold({ tx, personId }: { tx: Transaction; personId: string }) {
  return tx
    .select({
      name: documents.name,
      state: documents.state,
      version: documents.version,
      errorCode: attempts.errorCode,
    })
    .from(documents)
    .innerJoin(users, eq(users.id, documents.uploadedBy))
    .leftJoin(attempts, and(eq(attempts.documentId, documents.id), eq(attempts.number, documents.attempt)))
    .where(and(eq(users.id, personId), isNull(documents.removedAt), isUntold))
    .orderBy(asc(documents.version))
}
