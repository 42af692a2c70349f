import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns'
import type { ErrorCode } from '../errors'

/** Webhook calls acted on, kept for longer than their signature is valid. */
export const webhookDeliveries = pgTable('webhook_deliveries', {
  requestId: text('request_id').primaryKey(),
  processedAt: instant('processed_at').notNull().defaultNow(),
})

/** Pauses of calls upstream (row 1: all, row 2: new documents): after 429, 402, 401 or while it cannot be reached. */
export const upstreamPause = pgTable('upstream_pause', {
  id: integer('id').primaryKey().default(1),
  until: instant('until').notNull(),
  code: text('code').$type<ErrorCode>().notNull(),
  failures: integer('failures').notNull().default(0),
})
