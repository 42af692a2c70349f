import 'server-only'
import { and, inArray, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { signInFailures } from '../tables'
import type { SignInFailures } from './slow-down'

/** A failure older than a day says nothing about the next try. */
const failureMemory = sql`now() - interval '1 day'`

export function listFailures(subjects: string[]): Promise<SignInFailures[]> {
  return db()
    .select()
    .from(signInFailures)
    .where(
      and(inArray(signInFailures.subject, subjects), sql`${signInFailures.lastFailureAt} > ${failureMemory}`),
    )
}

export async function recordFailures(subjects: string[]): Promise<void> {
  await db()
    .insert(signInFailures)
    .values(subjects.map((subject) => ({ subject, failures: 1, lastFailureAt: new Date() })))
    .onConflictDoUpdate({
      target: signInFailures.subject,
      set: {
        failures: sql`case when ${signInFailures.lastFailureAt} > ${failureMemory} then ${signInFailures.failures} + 1 else 1 end`,
        lastFailureAt: new Date(),
      },
    })
}

export async function forgetFailures(subjects: string[]): Promise<void> {
  await db().delete(signInFailures).where(inArray(signInFailures.subject, subjects))
}
