import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '../db/client'
import { users } from '../db/people-tables'

/** Stores a password; every session begun before is over. */
export async function savePassword({
  id,
  passwordHash,
}: {
  id: string
  passwordHash: string
}): Promise<void> {
  await db().update(users).set({ passwordHash, sessionsFrom: new Date() }).where(eq(users.id, id))
}
