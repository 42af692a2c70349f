import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns'

/** Append-only: every page figure is a sum of these lines. One line per finished attempt. */
export const ledgerLines = pgTable(
  'ledger_lines',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id').notNull(),
    documentName: text('document_name').notNull(),
    attempt: integer('attempt').notNull(),
    executionId: text('execution_id'),
    userId: text('user_id').notNull(),
    stepId: text('step_id').notNull(),
    pages: integer('pages').notNull(),
    counted: boolean('counted').notNull(),
    why: text('why').notNull(),
    occurredAt: instant('occurred_at').notNull(),
  },
  (table) => [
    uniqueIndex('ledger_attempt').on(table.documentId, table.attempt),
    index('ledger_time').on(table.occurredAt),
  ],
)

/** What the upstream said of a month; a closed month is asked for no more. */
export const usageMonths = pgTable(
  'usage_months',
  {
    /** Whose answer it is: another service or key has another history. */
    upstream: text('upstream').notNull(),
    year: integer('year').notNull(),
    month: integer('month').notNull(),
    pages: integer('pages').notNull(),
    operations: integer('operations').notNull(),
    closed: boolean('closed').notNull(),
    fetchedAt: instant('fetched_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.upstream, table.year, table.month] })],
)
