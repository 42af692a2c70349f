import 'server-only'
import { and, eq, exists, gt, gte, inArray, isNotNull, isNull, lte, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/lib/db/client'
import { supplierKeyOf } from '../model/headline'
import { listOrderOf } from '../model/list-filter'
import type { DocumentFilter, DocumentSums } from '../model/schema'
import { findIds } from '../search/results-store'
import { isFoundBy, readSearch } from '../search/store'
import { attempts, documents, isCurrentAttempt } from '../tables'
import { decodeCursor, encodeCursor, isNewestFirst } from './cursor'
import { isOfCurrentAttempt } from './sort-keys-store'
import { cursorOf, isOlder, selectSorted } from './sorted-store'
import type { SummaryRow } from './summary-store'

/** `onlyPerson` limits to one uploader; `timeZone` is where the filter's days begin and end. */
export type Selection = {
  filter: Omit<DocumentFilter, 'limit' | 'cursor'>
  onlyPerson: string | null
  /** These alone, where they are named. */
  ids?: string[]
  timeZone: string
}

/** A page of the documents of a selection, in the order its filter asks for. */
export async function selectDocuments({ selection, cursor: text, limit }: Wanted): Promise<SummaryRow[]> {
  const list = listOrderOf(selection.filter)
  const cursor = text ? decodeCursor(text, list) : undefined
  const { q, ...filter } = selection.filter
  const search = q && isNewestFirst(list) ? readSearch(q) : undefined
  if (!search || 'id' in search) return selectSorted({ where: matching({ selection }), list, cursor, limit })
  const narrowed = matching({ selection: { ...selection, filter } })
  const where = and(narrowed, cursor && isOlder(cursor))
  const ids = await findIds({ where, words: search.words, limit })
  return ids.length > 0
    ? selectSorted({ where: inArray(documents.id, ids), list, cursor: undefined, limit })
    : []
}

/** Where the page after this row begins. */
export function nextCursorOf({ row, selection }: { row: SummaryRow; selection: Selection }): string {
  const list = listOrderOf(selection.filter)
  return encodeCursor(cursorOf({ row, list }), list)
}

type Wanted = { selection: Selection; cursor?: string | undefined; limit: number }

export function matching({ selection }: { selection: Selection }): SQL | undefined {
  return and(...conditions(selection))
}

/** What all documents of a selection come to, each currency for itself. */
export async function sumDocuments(selection: Selection): Promise<DocumentSums> {
  const [all] = await db()
    .select({ documents: sql<number>`count(*)::int` })
    .from(documents)
    .where(matching({ selection }))
  const sums = await db()
    .select({
      currency: attempts.currency,
      total: sql<number>`sum(${attempts.total})`.mapWith(Number),
      documents: sql<number>`count(*)::int`,
    })
    .from(documents)
    .innerJoin(attempts, isCurrentAttempt)
    .where(and(matching({ selection }), isNotNull(attempts.total), isOfCurrentAttempt))
    .groupBy(attempts.currency)
    .orderBy(sql`count(*) desc`, attempts.currency)
  return { documents: all?.documents ?? 0, sums }
}

function conditions({ filter, onlyPerson, ids, timeZone }: Selection): (SQL | undefined)[] {
  const dayStart = (day: SQL) => sql`(${day})::timestamp at time zone ${timeZone}`
  return [
    isNull(documents.removedAt),
    ids ? inArray(documents.id, ids) : undefined,
    onlyPerson === null ? undefined : eq(documents.uploadedBy, onlyPerson),
    filter.state?.length ? inArray(documents.state, filter.state) : undefined,
    filter.step ? eq(documents.stepId, filter.step) : undefined,
    filter.person ? eq(documents.uploadedBy, filter.person) : undefined,
    filter.from ? sql`${documents.receivedAt} >= ${dayStart(sql`${filter.from}::date`)}` : undefined,
    filter.to ? sql`${documents.receivedAt} < ${dayStart(sql`${filter.to}::date + 1`)}` : undefined,
    isRead(filter),
    filter.q ? isFoundBy(filter.q) : undefined,
  ]
}

const read = alias(attempts, 'read')

/** What is asked of the result of a document: a person's work on it, and by what it is known. */
function isRead(filter: Selection['filter']): SQL | undefined {
  const { supplier, issuedFrom, issuedTo, dueFrom, dueTo } = filter
  const review = filter.review ?? filter.check
  const wanted = [
    review === 'open' ? gt(read.toReview, 0) : undefined,
    review === 'done' ? isNotNull(read.checkedAt) : undefined,
    supplier ? sql`strpos(${read.supplierKey}, ${supplierKeyOf(supplier)}) > 0` : undefined,
    issuedFrom ? gte(read.issuedOn, issuedFrom) : undefined,
    issuedTo ? lte(read.issuedOn, issuedTo) : undefined,
    dueFrom ? gte(read.dueOn, dueFrom) : undefined,
    dueTo ? lte(read.dueOn, dueTo) : undefined,
  ].filter((one) => one !== undefined)
  if (wanted.length === 0) return undefined
  const isCurrent = and(eq(read.documentId, documents.id), eq(read.number, documents.attempt))
  const result = db()
    .select({ id: read.documentId })
    .from(read)
    .where(and(isCurrent, eq(read.state, 'done'), ...wanted))
  // A document that is sent anew waits beside what its last attempt had read.
  return and(ne(documents.state, 'waiting'), exists(result))
}
