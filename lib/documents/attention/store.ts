import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/connection'
import { steps } from '@/lib/steps/tables'
import { headlineColumnsOf } from '../model/headline-columns'
import { readingOf, valuesOf } from '../model/learnt'
import type { ReviewItem } from '../model/review-item'
import { attempts, documents, isAttempt } from '../tables'
import { openItems } from './open-items'
import { reviewItemsOf } from './review-items'
import { worthOf } from './worth'

type Ref = { documentId: string; number: number }

/**
 * Counts anew what of an attempt's result waits for a person, in the transaction that changed it. What a person
 * declared to be in order waits no more. Answers with all that was to review at first.
 */
export async function countToReview({ tx, ...ref }: Ref & { tx: Transaction }): Promise<ReviewItem[]> {
  const [row] = await selectCounted(tx).where(isAttempt(ref))
  if (!row?.result) return []
  const counted = countOf({ ...row, result: row.result })
  await tx.update(attempts).set(counted).where(isAttempt(ref))
  return counted.reviewItems
}

/**
 * Counts what was read before the number was kept, the newest first; true while there is more. Its headline is found
 * anew as well: the migration from 0.2.0 knew fewer names of fields.
 */
export async function countUncounted(limit: number): Promise<boolean> {
  const rows = await selectCounted(db())
    .where(and(eq(attempts.state, 'done'), isNull(attempts.toReview)))
    .orderBy(desc(documents.receivedAt))
    .limit(limit)
  for (const { documentId, number, result, ...row } of rows) {
    const counted = result ? countEarlier({ ...row, result }) : { toReview: 0 }
    await db()
      .update(attempts)
      .set(counted)
      .where(and(isAttempt({ documentId, number }), isNull(attempts.toReview)))
  }
  return rows.length === limit
}

function selectCounted(from: Pick<Transaction, 'select'>) {
  return from
    .select({
      documentId: attempts.documentId,
      number: attempts.number,
      result: attempts.result,
      learnt: attempts.learnt,
      validation: attempts.validation,
      corrections: attempts.corrections,
      confirmations: attempts.confirmations,
      reviewItems: attempts.reviewItems,
      total: attempts.total,
      checkedAt: attempts.checkedAt,
      schema: steps.schema,
    })
    .from(attempts)
    .innerJoin(documents, eq(documents.id, attempts.documentId))
    .leftJoin(steps, eq(steps.id, documents.stepId))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof selectCounted>>[number]
type Counted = Pick<
  Row,
  'learnt' | 'validation' | 'corrections' | 'confirmations' | 'reviewItems' | 'total' | 'checkedAt' | 'schema'
> & { result: Record<string, unknown> }

/** The items are those of the reading: once found they stay, whatever becomes of the step's schema. */
function countOf({ result: answered, learnt, validation, schema, checkedAt, ...row }: Counted) {
  const result = readingOf({ result: answered, learnt })
  const corrections = row.corrections ?? {}
  const reviewItems = row.reviewItems ?? reviewItemsOf({ result, learnt, validation, schema })
  const confirmations = row.confirmations ?? {}
  const isChecked = checkedAt !== null
  const open = openItems({ items: reviewItems, result, corrections, confirmations, isChecked })
  return { reviewItems, toReview: open.length, reviewWorth: worthOf({ items: open, total: row.total }) }
}

function countEarlier({ result, ...row }: Counted) {
  const corrected = valuesOf({ ...row, result })
  const headline = headlineColumnsOf(corrected)
  return { ...headline, ...countOf({ ...row, result, total: headline.total }) }
}
