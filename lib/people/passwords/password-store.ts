import 'server-only'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { type NewMail, writeMails } from '@/lib/mail/outbox-store'
import { endSessions } from '../sessions/store'
import { passwordLinks, users } from '../tables'

type NewLink = { tokenHash: string; personId: string; createdBy: string; expiresAt: Date }

/** Stores the link with the mail that brings it; an older one of the person is worthless from then on. */
export async function replacePasswordLink({
  mail,
  ...link
}: NewLink & { mail: NewMail | null }): Promise<void> {
  await db().transaction(async (tx) => {
    await tx
      .delete(passwordLinks)
      .where(and(eq(passwordLinks.personId, link.personId), isNull(passwordLinks.usedAt)))
    await tx.insert(passwordLinks).values(link)
    if (mail) await writeMails({ tx, mails: [mail] })
  })
}

/** Whose link it is, or null when it was used or is too old, or its person may not sign in. */
export async function findPasswordLink(tokenHash: string) {
  const [person] = await db()
    .select({ id: users.id, email: users.email, name: users.name })
    .from(passwordLinks)
    .innerJoin(users, eq(users.id, passwordLinks.personId))
    .where(and(isOpen(tokenHash), isNull(users.disabledAt)))
  return person ?? null
}

type PasswordReplacement = { tokenHash: string; personId: string; passwordHash: string }

/** Uses the link up and stores the password, or does neither; every session begun before is over. */
export async function replacePassword({
  tokenHash,
  personId,
  passwordHash,
}: PasswordReplacement): Promise<boolean> {
  return db().transaction(async (tx) => {
    const used = await tx
      .update(passwordLinks)
      .set({ usedAt: new Date() })
      .where(isOpen(tokenHash))
      .returning({ personId: passwordLinks.personId })
    if (used.length === 0) return false
    await tx.update(users).set({ passwordHash }).where(eq(users.id, personId))
    await endSessions({ tx, personId })
    return true
  })
}

function isOpen(tokenHash: string) {
  return and(
    eq(passwordLinks.tokenHash, tokenHash),
    isNull(passwordLinks.usedAt),
    gt(passwordLinks.expiresAt, sql`now()`),
  )
}

type NewPassword = { id: string; passwordHash: string }

/** Stores a password; every session begun before is over, and an open link to another password is worthless. */
export async function savePassword({ id, passwordHash }: NewPassword): Promise<void> {
  await db().transaction(async (tx) => {
    await tx.delete(passwordLinks).where(and(eq(passwordLinks.personId, id), isNull(passwordLinks.usedAt)))
    await tx.update(users).set({ passwordHash }).where(eq(users.id, id))
    await endSessions({ tx, personId: id })
  })
}
