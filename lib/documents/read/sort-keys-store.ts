import 'server-only'
import { isNotNull, type SQL, sql } from 'drizzle-orm'
import type { ListSort } from '../model/list-filter'
import { attempts, documents, inBytes } from '../tables'
import type { SummaryRow } from './summary-store'

/** What a list is ordered by: the SQL of it, its type there, and what it is of a row. */
export type SortKey = {
  column: SQL
  type: SQL
  /** Where the document has such a value; the others come last. */
  isThere: SQL
  valueOf: (row: SummaryRow) => string | null
}

/** After a retry the document waits anew, and what its last attempt had read is no value of it. */
export const isOfCurrentAttempt = sql`(${documents.state} <> 'waiting' or ${attempts.state} = 'waiting')`

const text = sql`text`

function ofResult(key: Omit<SortKey, 'isThere'>): SortKey {
  return { ...key, isThere: sql`(${isNotNull(key.column)} and ${isOfCurrentAttempt})` }
}

export const sortKeys: Record<Exclude<ListSort, 'received'>, SortKey> = {
  supplier: ofResult({
    column: inBytes(attempts.supplierKey),
    type: text,
    valueOf: (row) => row.supplierKey,
  }),
  number: ofResult({
    column: inBytes(attempts.invoiceNumber),
    type: text,
    valueOf: (row) => row.invoiceNumber,
  }),
  issued: ofResult({ column: sql`${attempts.issuedOn}`, type: sql`date`, valueOf: (row) => row.issuedOn }),
  due: ofResult({ column: sql`${attempts.dueOn}`, type: sql`date`, valueOf: (row) => row.dueOn }),
  total: ofResult({
    column: sql`${attempts.total}`,
    type: sql`numeric`,
    valueOf: ({ total }) => (total === null ? null : String(total)),
  }),
  toReview: ofResult({
    column: sql`${attempts.toReview}`,
    type: sql`int`,
    valueOf: ({ toReview }) => (toReview === null ? null : String(toReview)),
  }),
  state: {
    column: inBytes(documents.state),
    type: text,
    isThere: sql`true`,
    valueOf: (row) => row.state,
  },
}
