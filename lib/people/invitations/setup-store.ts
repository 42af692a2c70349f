import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { settings } from '@/lib/settings/tables'
import type { NewPerson } from '../store'
import { users } from '../tables'

const key = 'setup.token_hash'

export async function saveSetupTokenHash(tokenHash: string): Promise<void> {
  const value = sql`${JSON.stringify(tokenHash)}::jsonb`
  await db()
    .insert(settings)
    .values({ key, value })
    .onConflictDoUpdate({ target: settings.key, set: { value, changedAt: new Date() } })
}

export async function isSetupTokenHash(tokenHash: string): Promise<boolean> {
  const found = await db().select({ key: settings.key }).from(settings).where(matches(tokenHash))
  return found.length > 0
}

type FirstPerson = { tokenHash: string; person: NewPerson }

/** Uses the token up and stores the person, or does neither. Of two callers at the same moment one gets true. */
export async function insertFirstPerson({ tokenHash, person }: FirstPerson): Promise<boolean> {
  return db().transaction(async (tx) => {
    const used = await tx.delete(settings).where(matches(tokenHash)).returning({ key: settings.key })
    if (used.length === 0) return false
    await tx.insert(users).values(person)
    return true
  })
}

function matches(tokenHash: string) {
  return and(eq(settings.key, key), sql`${settings.value} = ${JSON.stringify(tokenHash)}::jsonb`)
}
