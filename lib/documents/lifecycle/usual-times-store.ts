import 'server-only'
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Reading } from '../model/times/usual-time'
import { attempts, documents } from '../tables'

type RecentReadings = { limit: number; unseenMs: number }

/**
 * How long the newest finished documents were being read, by our clock from the news that it began to the news of its
 * end. Where the beginning was not seen, it lasted no longer than `unseenMs`, the longest pause between two polls.
 */
export function listRecentReadings({ limit, unseenMs }: RecentReadings): Promise<Reading[]> {
  const msSince = (start: typeof attempts.enqueuedAt) =>
    sql<number>`extract(epoch from ${documents.confirmedAt} - ${start}) * 1000`
  return db()
    .select({
      stepId: documents.stepId,
      contentType: documents.contentType,
      pages: documents.pages,
      bytes: documents.bytes,
      tookMs: sql<number>`case when ${attempts.processingAt} is null
        then least(${unseenMs}, ${msSince(attempts.enqueuedAt)})
        else ${msSince(attempts.processingAt)} end`.mapWith(Number),
    })
    .from(attempts)
    .innerJoin(
      documents,
      and(
        eq(documents.id, attempts.documentId),
        eq(documents.attempt, attempts.number),
        eq(documents.state, 'done'),
        isNotNull(documents.confirmedAt),
      ),
    )
    .where(and(eq(attempts.state, 'done'), isNotNull(attempts.enqueuedAt)))
    .orderBy(desc(attempts.finishedAt))
    .limit(limit)
}
