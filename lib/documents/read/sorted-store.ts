import 'server-only'
import { and, asc, desc, type SQL, sql } from 'drizzle-orm'
import type { ListOrder } from '../model/list-filter'
import { documents } from '../tables'
import type { Cursor } from './cursor'
import { type SortKey, sortKeys } from './sort-keys-store'
import { isPastAttempt, type SummaryRow, selectSummaries } from './summary-store'

type Page = { where: SQL | undefined; list: ListOrder; cursor: Cursor | undefined; limit: number }

/**
 * A page of a list in any order. First come the documents that have the value, in its order, those of the same value
 * newest first; then those that have none, newest first.
 */
export async function selectSorted(page: Page): Promise<SummaryRow[]> {
  const { list, cursor, where, limit } = page
  if (list.sort === 'received') return selectByReceipt(page)
  const key = sortKeys[list.sort]
  const isAmongRest = cursor !== undefined && cursor.value === null
  const valued = isAmongRest ? [] : await selectValued({ ...page, key })
  if (valued.length === limit) return valued
  const rest = await selectSummaries()
    .where(and(where, sql`${key.isThere} is not true`, isAmongRest ? isOlder(cursor) : undefined))
    .orderBy(desc(documents.receivedAt), desc(documents.id))
    .limit(limit - valued.length)
  return [...valued, ...rest]
}

/** What its cursor says of the last document of a page. */
export function cursorOf({ row, list }: { row: SummaryRow; list: ListOrder }): Cursor {
  const { receivedAt, id } = row
  if (list.sort === 'received') return { receivedAt, id }
  const isPast = isPastAttempt(row) && list.sort !== 'state'
  return { receivedAt, id, value: isPast ? null : sortKeys[list.sort].valueOf(row) }
}

function selectValued({ where, list, cursor, limit, key }: Page & { key: SortKey }) {
  const direction = list.order === 'asc' ? asc : desc
  return selectSummaries()
    .where(and(where, key.isThere, cursor && isAfter({ cursor, key, list })))
    .orderBy(direction(key.column), desc(documents.receivedAt), desc(documents.id))
    .limit(limit)
}

/** The first condition, which the second holds in it, is the one an index answers. */
function isAfter({ cursor, key, list }: { cursor: Cursor; key: SortKey; list: ListOrder }): SQL {
  const value = sql`${cursor.value ?? null}::${key.type}`
  const [notBefore, beyond] = list.order === 'asc' ? [sql`>=`, sql`>`] : [sql`<=`, sql`<`]
  return sql`${key.column} ${notBefore} ${value} and (${key.column} ${beyond} ${value} or ${isOlder(cursor)})`
}

function selectByReceipt({ where, list, cursor, limit }: Page) {
  const isAscending = list.order === 'asc'
  const after = cursor && (isAscending ? isNewer(cursor) : isOlder(cursor))
  const direction = isAscending ? asc : desc
  return selectSummaries()
    .where(and(where, after))
    .orderBy(direction(documents.receivedAt), direction(documents.id))
    .limit(limit)
}

/** Rows are compared as wholes, so that documents of the same instant are neither skipped nor repeated. */
export const isOlder = (cursor: Cursor) =>
  sql`(${documents.receivedAt}, ${documents.id}) < ${placeOf(cursor)}`
const isNewer = (cursor: Cursor) => sql`(${documents.receivedAt}, ${documents.id}) > ${placeOf(cursor)}`
const placeOf = ({ receivedAt, id }: Cursor) => sql`(${receivedAt.toISOString()}::timestamptz, ${id})`
