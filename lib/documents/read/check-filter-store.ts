import 'server-only'
import { and, eq, exists, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/lib/db/client'
import type { CheckFilter } from '../model/check-filter'
import { attempts, documents, hasFindings } from '../tables'

const read = alias(attempts, 'read')

/** The condition on documents by whether a person should look at their result, or has. */
export function isChecked(filter: CheckFilter): SQL {
  const wanted =
    filter === 'open' ? and(isNull(read.checkedAt), hasFindings(read.validation)) : isNotNull(read.checkedAt)
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
