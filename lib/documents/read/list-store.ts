import 'server-only'
import { and, desc, eq, exists, gt, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/lib/db/client'
import type { ReviewFilter } from '../model/list-filter'
import type { DocumentFilter } from '../model/schema'
import { findIds } from '../search/results-store'
import { isFoundBy, readSearch } from '../search/store'
import { attempts, documents } from '../tables'
import { type Cursor, decodeCursor } from './cursor'
import { type SummaryRow, selectSummaries } from './summary-store'

/** `onlyPerson` limits to one uploader; `timeZone` is where the filter's days begin and end. */
export type Selection = {
  filter: Omit<DocumentFilter, 'limit' | 'cursor'>
  onlyPerson: string | null
  timeZone: string
}

export async function selectDocuments({
  limit,
  ...wanted
}: Wanted & { limit: number }): Promise<SummaryRow[]> {
  const { q, ...filter } = wanted.selection.filter
  const search = q ? readSearch(q) : undefined
  if (!search || 'id' in search) return selectNewest(matching(wanted)).limit(limit)
  const where = matching({ ...wanted, selection: { ...wanted.selection, filter } })
  const ids = await findIds({ where, words: search.words, limit })
  return ids.length > 0 ? selectNewest(inArray(documents.id, ids)) : []
}

type Wanted = { selection: Selection; cursor?: string | undefined }

function selectNewest(where: SQL | undefined) {
  return selectSummaries().where(where).orderBy(desc(documents.receivedAt), desc(documents.id))
}

export function matching({ selection, cursor }: Wanted): SQL | undefined {
  return and(...conditions(selection), cursor ? after(decodeCursor(cursor)) : undefined)
}

function conditions({ filter, onlyPerson, timeZone }: Selection): (SQL | undefined)[] {
  const dayStart = (day: SQL) => sql`(${day})::timestamp at time zone ${timeZone}`
  const review = filter.review ?? filter.check
  return [
    isNull(documents.removedAt),
    onlyPerson === null ? undefined : eq(documents.uploadedBy, onlyPerson),
    filter.state?.length ? inArray(documents.state, filter.state) : undefined,
    filter.step ? eq(documents.stepId, filter.step) : undefined,
    filter.person ? eq(documents.uploadedBy, filter.person) : undefined,
    filter.from ? sql`${documents.receivedAt} >= ${dayStart(sql`${filter.from}::date`)}` : undefined,
    filter.to ? sql`${documents.receivedAt} < ${dayStart(sql`${filter.to}::date + 1`)}` : undefined,
    review ? isReviewed(review) : undefined,
    filter.q ? isFoundBy(filter.q) : undefined,
  ]
}

/** Rows are compared as wholes, so that documents of the same instant are neither skipped nor repeated. */
function after({ receivedAt, id }: Cursor): SQL {
  return sql`(${documents.receivedAt}, ${documents.id}) < (${receivedAt.toISOString()}::timestamptz, ${id})`
}

const read = alias(attempts, 'read')

function isReviewed(filter: ReviewFilter): SQL {
  const wanted = filter === 'open' ? gt(read.toReview, 0) : isNotNull(read.checkedAt)
  const result = db()
    .select({ id: read.documentId })
    .from(read)
    .where(
      and(
        eq(read.documentId, documents.id),
        eq(read.number, documents.attempt),
        eq(read.state, 'done'),
        wanted,
      ),
    )
  return exists(result)
}
