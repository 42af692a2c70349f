import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { users } from '../tables'
import type { WishesChange } from './schema'

export async function findWishes(id: string) {
  const [wishes] = await db()
    .select({ locale: users.locale, mailsDone: users.mailsDone, mailsQuota: users.mailsQuota })
    .from(users)
    .where(eq(users.id, id))
  return wishes ?? null
}

/** Who switches digests on is told of what ends from now on, and not of all that ended before. */
export async function updateWishes({ id, change }: { id: string; change: WishesChange }): Promise<void> {
  if (Object.keys(change).length === 0) return
  const toldUpTo = sql`case when ${users.mailsDone} then ${users.toldUpTo} else now() end`
  await db()
    .update(users)
    .set({ ...change, ...(change.mailsDone ? { toldUpTo } : {}) })
    .where(eq(users.id, id))
}

/** Everyone with an account in use who wants mails about the month's pages. */
export function listQuotaReaders() {
  return db()
    .select({ id: users.id, email: users.email, name: users.name, role: users.role, locale: users.locale })
    .from(users)
    .where(and(eq(users.mailsQuota, true), isNull(users.disabledAt)))
}
