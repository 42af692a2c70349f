import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { users } from '../tables'
import type { PreferencesChange } from './schema'

export async function findPreferences(id: string) {
  const [preferences] = await db()
    .select({ locale: users.locale, mailsDone: users.mailsDone, mailsQuota: users.mailsQuota })
    .from(users)
    .where(eq(users.id, id))
  return preferences ?? null
}

/** Who switches digests on is told of what ends from now on, and not of all that ended before. */
export async function updatePreferences({
  id,
  change,
}: {
  id: string
  change: PreferencesChange
}): Promise<void> {
  if (Object.keys(change).length === 0) return
  const notifiedUpTo = sql`case when ${users.mailsDone} then ${users.notifiedUpTo} else now() end`
  await db()
    .update(users)
    .set({ ...change, ...(change.mailsDone ? { notifiedUpTo } : {}) })
    .where(eq(users.id, id))
}

export function listQuotaReaders() {
  return db()
    .select({ id: users.id, email: users.email, name: users.name, role: users.role, locale: users.locale })
    .from(users)
    .where(and(eq(users.mailsQuota, true), isNull(users.disabledAt)))
}
