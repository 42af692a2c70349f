import 'server-only'
import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { DocumentFilter } from '../model/schema'
import { selectFound } from '../search/results-store'
import { isFoundBy, readSearch } from '../search/store'
import { documents } from '../tables'
import { isChecked } from './check-filter-store'
import { type Cursor, decodeCursor } from './cursor'
import { type SummaryRow, selectSummaries } from './summary-store'

/** `onlyPerson` limits to one uploader; `timeZone` is where the filter's days begin and end. */
export type Selection = {
  filter: Omit<DocumentFilter, 'limit' | 'cursor'>
  onlyPerson: string | null
  timeZone: string
}

/** Up to `limit` documents after the cursor, newest first. */
export function selectDocuments(given: {
  selection: Selection
  cursor?: string | undefined
  limit: number
}): Promise<SummaryRow[]> {
  const { q, ...filter } = given.selection.filter
  const search = q ? readSearch(q) : undefined
  if (search && 'words' in search) {
    const where = matching({ ...given, selection: { ...given.selection, filter } })
    return selectFound({ where, words: search.words, limit: given.limit })
  }
  return selectSummaries()
    .where(matching(given))
    .orderBy(desc(documents.receivedAt), desc(documents.id))
    .limit(given.limit)
}

/** The condition on documents, their people and current attempts. */
export function matching(given: { selection: Selection; cursor?: string | undefined }): SQL | undefined {
  return and(...conditions(given.selection), given.cursor ? after(decodeCursor(given.cursor)) : undefined)
}

function conditions({ filter, onlyPerson, timeZone }: Selection): (SQL | undefined)[] {
  const dayStart = (day: SQL) => sql`(${day})::timestamp at time zone ${timeZone}`
  return [
    isNull(documents.removedAt),
    onlyPerson === null ? undefined : eq(documents.uploadedBy, onlyPerson),
    filter.state?.length ? inArray(documents.state, filter.state) : undefined,
    filter.step ? eq(documents.stepId, filter.step) : undefined,
    filter.person ? eq(documents.uploadedBy, filter.person) : undefined,
    filter.from ? sql`${documents.receivedAt} >= ${dayStart(sql`${filter.from}::date`)}` : undefined,
    filter.to ? sql`${documents.receivedAt} < ${dayStart(sql`${filter.to}::date + 1`)}` : undefined,
    filter.check ? isChecked(filter.check) : undefined,
    filter.q ? isFoundBy(filter.q) : undefined,
  ]
}

/** Rows are compared as wholes, so that documents of the same instant are neither skipped nor repeated. */
function after({ receivedAt, id }: Cursor): SQL {
  return sql`(${documents.receivedAt}, ${documents.id}) < (${receivedAt.toISOString()}::timestamptz, ${id})`
}
