import 'server-only'
import { desc, inArray, lte, or, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { signInAttempts } from '../tables'
import type { Subject } from './sign-in-subjects'

/** What is counted is forgotten after a day without another try, and beyond so many rows the oldest is. */
const memory = sql`interval '1 day'`
const mostRows = 100_000

/** An address may be a whole office behind one router, so it is allowed more misses than one account. */
const freeTries = sql`case when ${signInAttempts.subject} like 'address:%' then 19 else 4 end`
const maxWaitSeconds = 300

const isForgotten = sql`${signInAttempts.lastTryAt} < now() - ${memory}`
const tries = sql`case when ${isForgotten} then 1 else ${signInAttempts.tries} + 1 end`
/** Doubles with each try past the free ones. */
const waitSeconds = sql`case when ${tries} > ${freeTries} then least(${maxWaitSeconds}, power(2, least(20, ${tries} - ${freeTries}))) else 0 end`

/**
 * Counts a try for each subject before it is judged, unless one of them has to wait. Tries at the same moment queue for
 * the row, so that each sees those before it.
 * @returns seconds to wait; 0 where the try may be judged.
 */
export async function countTry(subjects: Subject[]): Promise<number> {
  const seconds = await secondsToWait(subjects)
  if (seconds > 0) return seconds
  const counted = await db()
    .insert(signInAttempts)
    .values(subjects.map((subject) => ({ subject, tries: 1 })))
    .onConflictDoUpdate({
      target: signInAttempts.subject,
      set: { tries, lastTryAt: sql`now()`, closedUntil: sql`now() + make_interval(secs => ${waitSeconds})` },
      setWhere: sql`${signInAttempts.closedUntil} <= now() or ${isForgotten}`,
    })
    .returning({ subject: signInAttempts.subject })
  return counted.length === subjects.length ? 0 : Math.max(1, await secondsToWait(subjects))
}

async function secondsToWait(subjects: Subject[]): Promise<number> {
  const [row] = await db()
    .select({
      seconds: sql<number>`ceil(extract(epoch from max(${signInAttempts.closedUntil}) - now()))::int`,
    })
    .from(signInAttempts)
    .where(inArray(signInAttempts.subject, subjects))
  return Math.max(0, row?.seconds ?? 0)
}

/** A try that was right was no miss: the account and the browser begin anew, the address has one less. */
export async function takeBackTry(subjects: Subject[]): Promise<void> {
  const own = subjects.filter((subject) => !subject.startsWith('address:'))
  const shared = subjects.filter((subject) => subject.startsWith('address:'))
  await db().delete(signInAttempts).where(inArray(signInAttempts.subject, own))
  await db()
    .update(signInAttempts)
    .set({ tries: sql`greatest(0, ${signInAttempts.tries} - 1)`, closedUntil: sql`now()` })
    .where(inArray(signInAttempts.subject, shared))
}

/** Removes what is forgotten, and the oldest beyond what is kept. */
export async function trimTries(): Promise<void> {
  const oldestKept = db()
    .select({ at: signInAttempts.lastTryAt })
    .from(signInAttempts)
    .orderBy(desc(signInAttempts.lastTryAt))
    .offset(mostRows)
    .limit(1)
  await db()
    .delete(signInAttempts)
    .where(or(isForgotten, lte(signInAttempts.lastTryAt, oldestKept)))
}
