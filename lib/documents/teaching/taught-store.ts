import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { steps } from '@/lib/steps/tables'
import { attempts, documents, isCurrentAttempt } from '../tables'

/** A document as people left it; null where it has no result, or was removed. */
export async function findTaught(documentId: string) {
  const [row] = await db()
    .select({
      documentId: documents.id,
      receivedAt: documents.receivedAt,
      stepId: documents.stepId,
      attemptStepId: attempts.stepId,
      result: attempts.result,
      learnt: attempts.learnt,
      corrections: attempts.corrections,
      checkedBy: attempts.checkedBy,
      schema: steps.schema,
    })
    .from(documents)
    .innerJoin(attempts, isCurrentAttempt)
    .leftJoin(steps, eq(steps.id, documents.stepId))
    .where(and(eq(documents.id, documentId), eq(documents.state, 'done'), isNull(documents.removedAt)))
  if (!row?.result) return null
  return { ...row, result: row.result, stepId: row.attemptStepId ?? row.stepId }
}

export type Taught = NonNullable<Awaited<ReturnType<typeof findTaught>>>
