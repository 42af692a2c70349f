import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  json,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Corrections } from '../documents/corrections'
import type { Headline } from '../documents/headline'
import type { Confirmation, DocumentState, WaitingReason } from '../documents/status'
import type { ErrorCode } from '../errors'
import type { MailKind, MailState } from '../mail/schema'
import { instant } from './columns'
import { users } from './people-tables'

type JsonObject = Record<string, unknown>

export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  changedAt: instant('changed_at').notNull().defaultNow(),
  changedBy: text('changed_by'),
})

/** Steps as the upstream lists them or an admin entered them; a step once used stays known by name. */
export const steps = pgTable('steps', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  source: text('source').$type<'upstream' | 'settings' | 'admin'>().notNull(),
  /** `json`, not `jsonb`: the order of the fields is the order they are shown in. */
  schema: json('schema').$type<JsonObject>(),
  /** Place in the list it came from; null for a step added by hand, which comes after. */
  position: integer('position'),
  hiddenAt: instant('hidden_at'),
})

/** One version number for all documents: what changed later has the higher number. */
export const documentVersions = pgSequence('document_versions')
export const nextVersion = sql<number>`nextval('document_versions')`

export const documents = pgTable(
  'documents',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    contentType: text('content_type').notNull(),
    pages: integer('pages').notNull(),
    stepId: text('step_id').notNull(),
    stepName: text('step_name').notNull(),
    metadata: jsonb('metadata').$type<JsonObject>(),
    uploadedBy: text('uploaded_by')
      .notNull()
      .references(() => users.id),
    /** Key in the file store; null once retention removed the original. */
    fileKey: text('file_key'),
    state: text('state').$type<DocumentState>().notNull(),
    reason: text('reason').$type<WaitingReason>(),
    attempt: integer('attempt').notNull().default(0),
    receivedAt: instant('received_at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: text('confirmed_by').$type<Confirmation>(),
    /** When the submit or track pump looks at it next; also the lease while it does. */
    nextTryAt: instant('next_try_at'),
    failedTries: integer('failed_tries').notNull().default(0),
    version: bigint('version', { mode: 'number' }).notNull().default(nextVersion),
    removedAt: instant('removed_at'),
  },
  (table) => [
    // Read backwards these give a list newest first, whatever it is narrowed to.
    index('documents_newest').on(table.receivedAt, table.id).where(sql`${table.removedAt} is null`),
    index('documents_by_state')
      .on(table.state, table.receivedAt, table.id)
      .where(sql`${table.removedAt} is null`),
    index('documents_by_step')
      .on(table.stepId, table.receivedAt, table.id)
      .where(sql`${table.removedAt} is null`),
    index('documents_by_person')
      .on(table.uploadedBy, table.receivedAt, table.id)
      .where(sql`${table.removedAt} is null`),
    // The few that somebody has to look at again, among all that have ended.
    index('documents_due').on(table.state, table.nextTryAt).where(sql`${table.nextTryAt} is not null`),
    index('documents_forgotten')
      .on(table.id)
      .where(sql`${table.removedAt} is not null and ${table.fileKey} is not null`),
    index('documents_same').on(table.sha256, table.stepId),
  ],
)

export const attempts = pgTable(
  'attempts',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    /** Sent as Idempotency-Key and inside document_metadata: how an attempt is recognised upstream. */
    key: text('key').notNull().unique(),
    state: text('state').$type<DocumentState>().notNull(),
    /** Which service and account it was sent to; null while it was not. */
    upstream: text('upstream'),
    executionId: text('execution_id'),
    startedAt: instant('started_at').notNull().defaultNow(),
    sentAt: instant('sent_at'),
    enqueuedAt: instant('enqueued_at'),
    processingAt: instant('processing_at'),
    finishedAt: instant('finished_at'),
    errorCode: text('error_code'),
    errorDetail: text('error_detail'),
    /** `json`, not `jsonb`, which would lose the order of the fields. */
    result: json('result').$type<JsonObject>(),
    validation: jsonb('validation').$type<JsonObject>(),
    identification: jsonb('identification').$type<JsonObject>(),
    /** What people put in the place of read values; `result` stays as it was read. */
    corrections: jsonb('corrections').$type<Corrections>(),
    /** Of the result as people put it right; null also where it was read before there were headlines. */
    headline: jsonb('headline').$type<Headline>(),
    /** When and by whom the values were found in order. */
    checkedAt: instant('checked_at'),
    checkedBy: text('checked_by').references(() => users.id),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.number] }),
    uniqueIndex('attempts_execution').on(table.executionId).where(sql`${table.executionId} is not null`),
    /** Whether the upstream has accepted any since a failure. */
    index('attempts_enqueued').on(table.enqueuedAt),
    /** How long documents usually take is learnt from the newest of these. */
    index('attempts_done').on(table.finishedAt).where(sql`${table.state} = 'done'`),
    /** The few among all results that wait for a person's look. */
    index('attempts_to_check')
      .on(table.documentId)
      .where(
        sql`${table.state} = 'done' and ${table.checkedAt} is null and ${hasFindings(table.validation)}`,
      ),
  ],
)

/** Whether the validation of a result counted errors or warnings; the index `attempts_to_check` knows it in these words only. */
export function hasFindings(validation: SQLWrapper): SQL {
  return sql`(coalesce(${validation}->'errors'->'count', '0') <> '0' or coalesce(${validation}->'warnings'->'count', '0') <> '0')`
}

const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * What a document is found by. A table of its own, because a document's row changes with each look at its state, and
 * what it is found by only when it is received and when it is read.
 */
export const searchEntries = pgTable(
  'search_entries',
  {
    documentId: text('document_id')
      .primaryKey()
      .references(() => documents.id, { onDelete: 'cascade' }),
    /** The document's own: so that the newest are known before any document is looked at. */
    receivedAt: instant('received_at').notNull(),
    /** The words of lib/documents/search-words. */
    words: searchVector('words').notNull(),
  },
  (table) => [
    // Without a list of what is still to be sorted in, which every search would have to read.
    index('search_entries_words').using('gin', table.words).with({ fastupdate: false }),
  ],
)

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

/** Turns of one process at a time at something they share; a turn whose holder died ends by itself. */
export const leases = pgTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: instant('until').notNull(),
  /** Somebody waits for it, and asks the holder to be brief. */
  wanted: boolean('wanted').notNull().default(false),
})

/** Webhook calls acted on, kept for longer than their signature is valid. */
export const heardCalls = pgTable('heard_calls', {
  requestId: text('request_id').primaryKey(),
  heardAt: instant('heard_at').notNull().defaultNow(),
})

/** Pauses of calls upstream (row 1: all, row 2: new documents): after 429, 402, 401 or while it cannot be reached. */
export const upstreamPause = pgTable('upstream_pause', {
  id: integer('id').primaryKey().default(1),
  until: instant('until').notNull(),
  code: text('code').$type<ErrorCode>().notNull(),
  failures: integer('failures').notNull().default(0),
})

/**
 * Mails to send, written in the transaction of what they tell. The text is forgotten once it was sent or given up: an
 * invitation's link lets a person in.
 */
export const mails = pgTable(
  'mails',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<MailKind>().notNull(),
    /** What makes a second mail about the same thing impossible. */
    key: text('key').notNull().unique(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    text: text('text'),
    html: text('html'),
    state: text('state').$type<MailState>().notNull().default('waiting'),
    tries: integer('tries').notNull().default(0),
    /** When it is tried next; also the lease while it is. */
    nextTryAt: instant('next_try_at'),
    /** The mail server's words to the last try. */
    problem: text('problem'),
    createdAt: instant('created_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (table) => [index('mails_due').on(table.nextTryAt).where(sql`${table.state} = 'waiting'`)],
)
