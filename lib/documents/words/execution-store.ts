import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { attempts, documents, isCurrentAttempt } from '../tables'

/** Where the document's current attempt is known upstream; null where it is not, or not any more. */
export async function findCurrentExecution(
  documentId: string,
): Promise<{ executionId: string; upstream: string | null } | null> {
  const [attempt] = await db()
    .select({ executionId: attempts.executionId, upstream: attempts.upstream })
    .from(documents)
    .innerJoin(attempts, isCurrentAttempt)
    .where(eq(documents.id, documentId))
  return attempt?.executionId ? { ...attempt, executionId: attempt.executionId } : null
}
