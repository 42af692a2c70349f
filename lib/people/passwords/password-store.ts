import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { passwordLinks, users } from '../tables'

type NewPassword = { id: string; passwordHash: string }

/** Stores a password; every session begun before is over, and an open link to another password is worthless. */
export async function savePassword({ id, passwordHash }: NewPassword): Promise<void> {
  await db().transaction(async (tx) => {
    await tx.delete(passwordLinks).where(and(eq(passwordLinks.personId, id), isNull(passwordLinks.usedAt)))
    await tx.update(users).set({ passwordHash, sessionsFrom: new Date() }).where(eq(users.id, id))
  })
}
