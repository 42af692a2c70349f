import 'server-only'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { type NewMail, writeMails } from '@/lib/mail/outbox-store'
import type { Role } from '../roles'
import type { NewPerson } from '../store'
import { invitations, users } from '../tables'

type NewInvitation = { tokenHash: string; email: string; role: Role; invitedBy: string; expiresAt: Date }

/** Stores the invitation with the mail that tells of it; an older open one for the address is worthless from then on. */
export async function replaceInvitation({
  mail,
  ...invitation
}: NewInvitation & { mail: NewMail | null }): Promise<void> {
  await db().transaction(async (tx) => {
    await tx
      .delete(invitations)
      .where(and(eq(invitations.email, invitation.email), isNull(invitations.usedAt)))
    await tx.insert(invitations).values(invitation)
    if (mail) await writeMails({ tx, mails: [mail] })
  })
}

export async function findOpenInvitation(tokenHash: string) {
  const [invitation] = await db()
    .select({ email: invitations.email, role: invitations.role })
    .from(invitations)
    .where(isOpen(tokenHash))
  return invitation ?? null
}

type InvitedPerson = { tokenHash: string; person: NewPerson }

/** Uses the invitation up and stores the person, or does neither. Of two callers at the same moment one gets true. */
export async function insertInvitedPerson({ tokenHash, person }: InvitedPerson): Promise<boolean> {
  return db().transaction(async (tx) => {
    const used = await tx
      .update(invitations)
      .set({ usedAt: new Date() })
      .where(isOpen(tokenHash))
      .returning({ email: invitations.email })
    if (used.length === 0) return false
    await tx.insert(users).values(person)
    return true
  })
}

function isOpen(tokenHash: string) {
  return and(
    eq(invitations.tokenHash, tokenHash),
    isNull(invitations.usedAt),
    gt(invitations.expiresAt, sql`now()`),
  )
}
