import 'server-only'
import { AppError } from '@/lib/errors'
import type { SignedInUser } from '@/lib/people/roles'
import { allItems } from '../findings/all-items'
import { readingOf, valuesOf } from '../model/learnt'
import type { ReviewItem } from '../model/review-item'
import { type DocumentAttempt, type DocumentDetail, documentDetailSchema } from '../model/schema'
import { inOrder } from '../model/times/stage-times'
import {
  type AttemptRow,
  type DetailRow,
  type DocumentFacts,
  findDetail,
  findFacts,
  listAttempts,
} from './detail-store'
import { isPastAttempt, toDocumentError, toSummary } from './summary-store'
import { canSee } from './visibility'

/** Everything about one document. Throws document.not_found, also for what the user may not see. */
export async function getDocument({ user, id }: { user: SignedInUser; id: string }): Promise<DocumentDetail> {
  const row = await findDetail(id)
  if (!row || !(await canSee({ user, ownerId: row.personId }))) throw new AppError('document.not_found')
  const attempts = await listAttempts(id)
  const { validation, identification } = documentDetailSchema.shape
  const isPast = isPastAttempt(row)
  return {
    ...toSummary(row),
    sha256: row.sha256,
    sentWith: row.sentWith,
    metadata: row.metadata,
    executionId: isPast ? null : row.executionId,
    result: isPast ? null : row.result,
    learnt: isPast ? {} : (row.learnt ?? {}),
    corrections: isPast ? {} : (row.corrections ?? {}),
    confirmations: isPast ? {} : (row.confirmations ?? {}),
    reviewItems: isPast ? [] : await withoutHidden({ user, items: itemsOf(row) }),
    checkedBy: isPast ? null : row.checkedBy,
    // What the upstream leaves out or spells otherwise must not hide the rest of the document.
    validation: validation.catch(null).parse(row.validation),
    identification: identification.catch(null).parse(row.identification),
    resultSchema: row.resultSchema,
    attempts: attempts.map((attempt) =>
      toAttempt({ attempt, isEarlier: isPast || attempt.number !== row.attempt }),
    ),
    originalAvailable: row.fileKey !== null,
    converted: toConverted(row),
  }
}

function itemsOf({ reviewItems, result, learnt, corrections }: DetailRow) {
  if (!reviewItems || !result) return reviewItems ?? []
  return allItems({
    items: reviewItems,
    result: readingOf({ result, learnt }),
    corrections: corrections ?? {},
  })
}

/** Who may not see an earlier paper is not told which it is. */
async function withoutHidden({ user, items }: { user: SignedInUser; items: ReviewItem[] }) {
  return Promise.all(
    items.map(async (item) => {
      const { document: id, ...values } = item.kind === 'finding' ? item.values : {}
      if (item.kind !== 'finding' || typeof id !== 'string') return item
      const facts = await findFacts(id)
      return facts && (await canSee({ user, ownerId: facts.ownerId })) ? item : { ...item, values }
    }),
  )
}

function toConverted({ fileKey, converted }: Pick<DocumentFacts, 'fileKey' | 'converted'>) {
  if (fileKey === null || !converted) return null
  const { contentType, bytes, pictures } = converted
  return { contentType, bytes, pictures }
}

type Target = { user: SignedInUser; id: string }

/** Facts of a document the user may see, without its result. Throws document.not_found. */
export async function requireVisible({ user, id }: Target): Promise<DocumentFacts> {
  const facts = await findFacts(id)
  if (facts && (await canSee({ user, ownerId: facts.ownerId }))) return facts
  throw new AppError('document.not_found')
}

function toAttempt({
  attempt: row,
  isEarlier,
}: {
  attempt: AttemptRow
  isEarlier: boolean
}): DocumentAttempt {
  const { sentAt, enqueuedAt, processingAt, finishedAt } = inOrder({ from: row.startedAt, ...row })
  return {
    number: row.number,
    state: row.state,
    executionId: row.executionId,
    startedAt: row.startedAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    enqueuedAt: enqueuedAt?.toISOString() ?? null,
    processingAt: processingAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    error: toDocumentError({ code: row.errorCode, detail: row.errorDetail }),
    pagesCounted: row.pagesCounted,
    result: isEarlier && row.result ? valuesOf({ ...row, result: row.result }) : null,
  }
}
