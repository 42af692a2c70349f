import { sql } from 'drizzle-orm'
import {
  bigint,
  customType,
  doublePrecision,
  index,
  integer,
  json,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { AcceptedContentType, ExecutionStatus } from '@/base/contract'
import type { ExecutionResult } from '../pipeline/processed-document'
import type { WebhookEvent } from '../settings/config'

export const engineSchema = pgSchema('engine')

/** What was asked for: a step, or one of its siblings. */
export type ExecutionKind = 'step' | 'convert' | 'identify'

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const executions = engineSchema.table(
  'executions',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<ExecutionKind>().notNull(),
    organization: text('organization').notNull(),
    /** Step id, document type code, or the types to choose from as JSON. */
    target: text('target').notNull(),
    targetName: text('target_name').notNull(),
    pipeline: text('pipeline').notNull(),
    status: text('status').$type<ExecutionStatus>().notNull(),
    /** How often a worker died while reading it, and how often the engine itself did. */
    crashes: integer('crashes').notNull().default(0),
    interruptions: integer('interruptions').notNull().default(0),
    /** Place in the queue: seconds since 1970, later for larger files. */
    queueRank: doublePrecision('queue_rank').notNull(),
    contentType: text('content_type').$type<AcceptedContentType>().notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    filename: text('filename'),
    metadata: json('metadata').$type<Record<string, unknown>>(),
    webhookUrl: text('webhook_url'),
    /** Path and key of a request that may be repeated. */
    idempotencyKey: text('idempotency_key'),
    requestedAt: instant('requested_at').notNull(),
    finishedAt: instant('finished_at'),
    pages: integer('pages'),
    /** `json`, not `jsonb`, which would lose the order of the fields. */
    result: json('result').$type<ExecutionResult>(),
    error: text('error'),
  },
  (table) => [
    uniqueIndex('executions_idempotency').on(table.organization, table.idempotencyKey),
    index('executions_queue').on(table.organization, table.queueRank).where(sql`status = 'ENQUEUED'`),
    index('executions_processing').on(table.id).where(sql`status = 'PROCESSING'`),
    index('executions_finished').on(table.finishedAt).where(sql`finished_at is not null`),
  ],
)
export type Execution = typeof executions.$inferSelect
export type NewExecution = typeof executions.$inferInsert

const base64Bytes = customType<{ data: string; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (base64) => Buffer.from(base64, 'base64'),
  fromDriver: (bytes) => Buffer.from(bytes).toString('base64'),
})

/** What was read on a page of an execution that succeeded (`words/pack-words`); it goes with the execution. */
export const executionWords = engineSchema.table(
  'execution_words',
  {
    executionId: text('execution_id')
      .notNull()
      .references(() => executions.id, { onDelete: 'cascade' }),
    page: integer('page').notNull(),
    packed: base64Bytes('packed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.executionId, table.page] })],
)

export const usageMonths = engineSchema.table(
  'usage_months',
  {
    organization: text('organization').notNull(),
    year: integer('year').notNull(),
    month: integer('month').notNull(),
    pages: integer('pages').notNull(),
    operations: integer('operations').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organization, table.year, table.month] })],
)

/** One event for one address, kept until it is delivered or given up. */
export const deliveries = engineSchema.table(
  'deliveries',
  {
    id: text('id').primaryKey(),
    executionId: text('execution_id').notNull(),
    organization: text('organization').notNull(),
    url: text('url').notNull(),
    event: text('event').$type<WebhookEvent>().notNull(),
    /** Kept as text: the signature is over these very bytes. */
    body: text('body').notNull(),
    state: text('state').$type<'pending' | 'delivered' | 'given_up'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    nextAttemptAt: instant('next_attempt_at').notNull(),
  },
  (table) => [
    uniqueIndex('deliveries_once').on(table.executionId, table.url, table.event),
    index('deliveries_due').on(table.nextAttemptAt).where(sql`state = 'pending'`),
    index('deliveries_ended').on(table.createdAt).where(sql`state <> 'pending'`),
  ],
)
export type Delivery = typeof deliveries.$inferSelect

export const deliveryAttempts = engineSchema.table(
  'delivery_attempts',
  {
    deliveryId: text('delivery_id').notNull(),
    attempt: integer('attempt').notNull(),
    startedAt: instant('started_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    status: integer('status'),
    error: text('error'),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.attempt] })],
)
