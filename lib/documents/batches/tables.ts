import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '@/lib/db/columns'
import { users } from '@/lib/people/tables'
import type { BatchOutcome } from './schema'

/** Files that a person sent together: their receipt, which outlives documents and files. */
export const batches = pgTable(
  'upload_batches',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => users.id),
    begunAt: instant('begun_at').notNull().defaultNow(),
  },
  (table) => [index('upload_batches_of_person').on(table.personId, table.begunAt)],
)

export const batchFiles = pgTable(
  'upload_batch_files',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => batches.id, { onDelete: 'cascade' }),
    place: integer('place').notNull(),
    name: text('name').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    sha256: text('sha256'),
    pages: integer('pages'),
    outcome: text('outcome').$type<BatchOutcome>().notNull(),
    code: text('code'),
    documentId: text('document_id'),
    duplicateOf: text('duplicate_of'),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.place] })],
)
