import { date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns'
import type { ErrorCode } from '../errors'

/** Webhook calls acted on, kept for longer than their signature is valid. */
export const webhookDeliveries = pgTable('webhook_deliveries', {
  requestId: text('request_id').primaryKey(),
  processedAt: instant('processed_at').notNull().defaultNow(),
})

/** Pauses of calls upstream: after 429, 402, 401 or while it cannot be reached (rows: pause-store). */
export const upstreamPause = pgTable('upstream_pause', {
  id: integer('id').primaryKey().default(1),
  until: instant('until').notNull(),
  code: text('code').$type<ErrorCode>().notNull(),
  failures: integer('failures').notNull().default(0),
  /** Since when the answer is this one. */
  since: instant('since').notNull().defaultNow(),
  /** When a spent quota begins anew, in the upstream's words. */
  resetsAt: instant('resets_at'),
})

/** Whether the upstream accepts our key, as a whole and for each step: one row for what it ever refused. */
export const upstreamRefusals = pgTable(
  'upstream_refusals',
  {
    upstream: text('upstream').notNull(),
    /** `key`, or `step:` and its id. */
    subject: text('subject').notNull(),
    since: instant('since').notNull(),
    /** Null while it is refused. */
    endedAt: instant('ended_at'),
    detail: text('detail'),
  },
  (table) => [primaryKey({ columns: [table.upstream, table.subject] })],
)

/** How many calls failed in which way on a day (UTC). */
export const upstreamFaults = pgTable(
  'upstream_faults',
  {
    upstream: text('upstream').notNull(),
    day: date('day').notNull(),
    operation: text('operation').notNull(),
    code: text('code').$type<ErrorCode>().notNull(),
    count: integer('count').notNull(),
    lastAt: instant('last_at').notNull(),
    detail: text('detail'),
  },
  (table) => [primaryKey({ columns: [table.upstream, table.day, table.operation, table.code] })],
)
