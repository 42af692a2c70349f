import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  json,
  jsonb,
  numeric,
  pgSequence,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { instant } from '../db/columns'
import { tokens, users } from '../people/tables'
import type { Confirmations } from './model/confirmations'
import type { Corrections, Scalar } from './model/corrections'
import type { EventPlace, FieldEventKind } from './model/field-event'
import type { ConvertedFile } from './model/files/sent-file'
import type { Learnt } from './model/learnt'
import type { FindingItem, ReviewItem } from './model/review-item'
import type { Confirmation, DocumentState, WaitingReason } from './model/status'

type JsonObject = Record<string, unknown>

/** One version number for all documents: what changed later has the higher number. */
export const documentVersions = pgSequence('document_versions')
export const nextVersion = sql<number>`nextval('document_versions')`

/** One for all documents: what was done later has the higher number. */
export const fieldEventSequence = pgSequence('field_event_sequence')

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
    /** The access token it came with; null for what a person sent with a browser. */
    tokenId: text('token_id').references(() => tokens.id, { onDelete: 'set null' }),
    /** Key in the file store; null once retention removed the original. */
    fileKey: text('file_key'),
    /** What is sent and shown in its place; its file goes where the original goes. */
    converted: jsonb('converted').$type<ConvertedFile>(),
    state: text('state').$type<DocumentState>().notNull(),
    reason: text('reason').$type<WaitingReason>(),
    attempt: integer('attempt').notNull().default(0),
    receivedAt: instant('received_at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: text('confirmed_by').$type<Confirmation>(),
    /** When the submit or track pump looks at it next; also the lease while it does. */
    nextTryAt: instant('next_try_at'),
    /** A webhook asked for the next poll: it comes before all others. */
    pollRequested: boolean('poll_requested').notNull().default(false),
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
    index('documents_by_token').on(table.tokenId).where(sql`${table.tokenId} is not null`),
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
    /** The step it was read by; null while that is the document's own. */
    stepId: text('step_id'),
    stepName: text('step_name'),
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
    /** What the desk learnt to read in the place of answered values, by path; `result` stays as it was answered. */
    learnt: json('learnt').$type<Learnt>(),
    /** What people put in the place of read values; `result` stays as it was read. */
    corrections: jsonb('corrections').$type<Corrections>(),
    /** By what people know, sort and sum up documents, of the result as they put it right (model/headline). */
    supplier: text('supplier'),
    supplierKey: text('supplier_key'),
    invoiceNumber: text('invoice_number'),
    issuedOn: date('issued_on', { mode: 'string' }),
    dueOn: date('due_on', { mode: 'string' }),
    total: numeric('total', { mode: 'number' }),
    currency: text('currency'),
    /** What a person should look at in the result as it was read; null before there is one. */
    reviewItems: jsonb('review_items').$type<ReviewItem[]>(),
    /** What people found in order as it is printed. */
    confirmations: jsonb('confirmations').$type<Confirmations>(),
    /** How many of the items wait for a person: the one number that every screen, mail and file tells. */
    toReview: integer('to_review'),
    /** What is worth a look first has the most. */
    reviewWorth: real('review_worth'),
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
    // For lists in another order than that of receipt.
    index('attempts_by_supplier').on(inBytes(table.supplierKey)).where(sql`${table.supplierKey} is not null`),
    index('attempts_by_invoice_number')
      .on(inBytes(table.invoiceNumber))
      .where(sql`${table.invoiceNumber} is not null`),
    index('attempts_by_issue').on(table.issuedOn).where(sql`${table.issuedOn} is not null`),
    index('attempts_by_due').on(table.dueOn).where(sql`${table.dueOn} is not null`),
    index('attempts_by_total').on(table.total).where(sql`${table.total} is not null`),
    /** What a lesson is withdrawn from when it is forgotten. */
    index('attempts_learnt').on(table.documentId).where(sql`${table.learnt} is not null`),
    /** The few among all results that wait for a person. */
    index('attempts_to_review').on(table.reviewWorth, table.documentId).where(sql`${table.toReview} > 0`),
    /** What was read before this number was counted. */
    index('attempts_uncounted')
      .on(table.documentId)
      .where(sql`${table.state} = 'done' and ${table.toReview} is null`),
  ],
)

export const isAttempt = ({ documentId, number }: { documentId: string; number: number }) =>
  and(eq(attempts.documentId, documentId), eq(attempts.number, number))

/** Joins a document and the attempt it is at. */
export const isCurrentAttempt = and(
  eq(attempts.documentId, documents.id),
  eq(attempts.number, documents.attempt),
)

/** Text in the order of its bytes, which is the same in every database. */
export function inBytes(column: SQLWrapper): SQL {
  return sql`${column} collate "C"`
}

/** Who reviews which document: each row a lease, so that no two people get the same one from the queue. */
export const reviewClaims = pgTable('review_claims', {
  documentId: text('document_id')
    .primaryKey()
    .references(() => documents.id, { onDelete: 'cascade' }),
  personId: text('person_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  until: instant('until').notNull(),
})

/** One row for each file of results that people saved. */
export const exports = pgTable('exports', {
  id: text('id').primaryKey(),
  at: instant('at').notNull(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
  format: text('format').$type<'json' | 'csv' | 'xlsx'>().notNull(),
  /** What the list was narrowed to. */
  filter: jsonb('filter').$type<JsonObject>().notNull(),
  documents: integer('documents').notNull().default(0),
})

/**
 * What people did with values, one after the other and never changed; `corrections` beside the attempt is what came of
 * it. By name, so that it is still told once the person is gone.
 */
export const fieldEvents = pgTable(
  'field_events',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    sequence: bigint('sequence', { mode: 'number' }).notNull().default(sql`nextval('field_event_sequence')`),
    attempt: integer('attempt').notNull(),
    at: instant('at').notNull(),
    /** Null where the export says it. */
    byId: text('by_id'),
    byName: text('by_name'),
    kind: text('kind').$type<FieldEventKind>().notNull(),
    path: text('path'),
    from: jsonb('from').$type<Scalar>(),
    to: jsonb('to').$type<Scalar>(),
    place: jsonb('place').$type<EventPlace>(),
    finding: jsonb('finding').$type<FindingItem>(),
    exportId: text('export_id').references(() => exports.id),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.sequence] })],
)

/** The columns a person chose for the list of documents, in their order. */
export const listColumns = pgTable('list_columns', {
  personId: text('person_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  columns: jsonb('columns').$type<string[]>().notNull(),
})

/** Lists by name. A shared one stays when its owner goes. */
export const documentViews = pgTable(
  'document_views',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id').references(() => users.id, { onDelete: 'set null' }),
    name: text('name').notNull(),
    shared: boolean('shared').notNull().default(false),
    /** In the words of an address. */
    filter: jsonb('filter').$type<Record<string, string>>().notNull(),
    columns: jsonb('columns').$type<string[]>().notNull(),
  },
  (table) => [index('document_views_of_person').on(table.ownerId)],
)

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
    words: searchVector('words').notNull(),
  },
  (table) => [
    // Without a list of what is still to be sorted in, which every search would have to read.
    index('search_entries_words').using('gin', table.words).with({ fastupdate: false }),
  ],
)
