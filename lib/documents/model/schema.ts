import { z } from 'zod'
import { confirmationsSchema } from './confirmations'
import { correctionsSchema, placeSchema, scalarSchema } from './corrections'
import { convertedFileSchema } from './files/sent-file'
import { headlineSchema } from './headline'
import { learntSchema } from './learnt'
import { listSorts, reviewFilters, sortOrders } from './list-filter'
import { reviewItemSchema } from './review-item'
import { confirmations, documentStateNames, waitingReasons } from './status'

const instant = z.iso.datetime()
const jsonObject = z.record(z.string(), z.unknown())

/** `code` is one of lib/errors; `message` is English for scripts, `detail` the upstream's own words; eyes read the catalogue. */
const documentErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  detail: z.string().nullable(),
})
export type DocumentError = z.infer<typeof documentErrorSchema>

/** What a card and a table row need; also the payload of the `document` event. */
export const documentSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  contentType: z.string(),
  pages: z.number().int(),
  step: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(documentStateNames),
  reason: z.enum(waitingReasons).nullable(),
  attempt: z.number().int(),
  error: documentErrorSchema.nullable(),
  uploadedBy: z.object({ id: z.string(), name: z.string() }),
  /** Stage times of the current attempt; null where the stage was not reached or not seen. */
  receivedAt: instant,
  sentAt: instant.nullable(),
  enqueuedAt: instant.nullable(),
  processingAt: instant.nullable(),
  finishedAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  confirmedBy: z.enum(confirmations).nullable(),
  /** Earliest next try of a waiting document. */
  nextTryAt: instant.nullable(),
  /** What the validation of the result counted; zero before there is a result. */
  warnings: z.number().int(),
  /** How many values and findings wait for a person; zero before there is a result, and once a person checked it. */
  toReview: z.number().int(),
  /** Read, and none of the values that the step asks for were there. */
  nothingFound: z.boolean(),
  /** By what people know it, from its values; null before there are any. */
  headline: headlineSchema.nullable(),
  /** When a person found the values in order; null until then. */
  checkedAt: instant.nullable(),
  /** Grows with each change; an older version never replaces a newer one. */
  version: z.number().int(),
})
export type DocumentSummary = z.infer<typeof documentSummarySchema>

const documentAttemptSchema = z.object({
  number: z.number().int(),
  state: z.enum(documentStateNames),
  executionId: z.string().nullable(),
  startedAt: instant,
  sentAt: instant.nullable(),
  enqueuedAt: instant.nullable(),
  processingAt: instant.nullable(),
  finishedAt: instant.nullable(),
  error: documentErrorSchema.nullable(),
  pagesCounted: z.number().int(),
  /** What an earlier attempt read, as people put it right; null of the one whose result is the document's. */
  result: jsonObject.nullable(),
})
export type DocumentAttempt = z.infer<typeof documentAttemptSchema>

const validationList = z.object({ count: z.number().int(), messages: z.array(z.string()) })

/** The page of one document. `result` is the upstream's `data` as it came; what was learnt and what people corrected stand beside it. */
export const documentDetailSchema = documentSummarySchema.extend({
  sha256: z.string(),
  /** The name of the access token it came with; null for what a person sent with a browser. */
  sentWith: z.string().nullable(),
  executionId: z.string().nullable(),
  metadata: jsonObject.nullable(),
  result: jsonObject.nullable(),
  /** Values that the desk learnt to read in the place of answered ones, by path. */
  learnt: learntSchema,
  corrections: correctionsSchema,
  confirmations: confirmationsSchema,
  /** What a person should look at in the result as it was read, whether somebody has or not. */
  reviewItems: z.array(reviewItemSchema),
  /** The name of the person who found the values in order. */
  checkedBy: z.string().nullable(),
  validation: z.object({ errors: validationList, warnings: validationList }).nullable(),
  identification: z.object({ document_type: z.string(), confidence: z.number() }).nullable(),
  /** JSON schema of `result` where the upstream gave one: the labels of the fields. */
  resultSchema: jsonObject.nullable(),
  attempts: z.array(documentAttemptSchema),
  originalAvailable: z.boolean(),
  /** What is sent and shown in the original's place; null where that is the original itself. */
  converted: convertedFileSchema.pick({ contentType: true, bytes: true, pictures: true }).nullable(),
})
export type DocumentDetail = z.infer<typeof documentDetailSchema>

/** One value put right: `was` is the value that its corrector saw, `place` where on the original they took it from. */
export const correctValueSchema = z.object({
  path: z.string().min(1).max(1000),
  value: scalarSchema,
  was: scalarSchema,
  place: placeSchema.optional(),
})
const rowActions = ['add', 'remove', 'restore'] as const

/**
 * A row changed as a whole: `path` is that of the list to add one to, else that of the row. Of an added one `row` may say
 * the path it is to have, which nobody else has taken then, and `before` the row to put it in front of.
 */
export const changeRowSchema = z.object({
  path: z.string().min(1).max(1000),
  action: z.enum(rowActions),
  row: z.string().min(1).max(1000).optional(),
  before: z.string().min(1).max(1000).optional(),
})
export type RowRequest = z.infer<typeof changeRowSchema>
/** `item` is the id of one of `reviewItems`; `was` the value that was seen, where it is one. */
export const confirmItemSchema = z.object({
  item: z.string().min(1).max(1000),
  confirmed: z.boolean(),
  was: scalarSchema.optional(),
})
export const retrySchema = z.object({ step: z.string().max(100).optional() })
export const markCheckedSchema = z.object({ checked: z.boolean() })

/** `state` may be several, separated by commas. Dates are calendar days in the organisation's time zone. */
export const documentFilterSchema = z.object({
  state: z
    .string()
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(z.enum(documentStateNames)))
    .optional(),
  q: z.string().trim().max(200).optional(),
  step: z.string().max(100).optional(),
  person: z.string().max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** `open`: read, with something to review; `done`: checked by a person. */
  review: z.enum(reviewFilters).optional(),
  /** Another name of `review`, which it was called first. */
  check: z.enum(reviewFilters).optional(),
  /** A part of the supplier's name; accents and capitals do not count. */
  supplier: z.string().trim().max(200).optional(),
  /** Days of issue and days a document falls due, both ends included. */
  issuedFrom: z.iso.date().optional(),
  issuedTo: z.iso.date().optional(),
  dueFrom: z.iso.date().optional(),
  dueTo: z.iso.date().optional(),
  sort: z.enum(listSorts).optional(),
  order: z.enum(sortOrders).optional(),
  cursor: z.string().max(1500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export type DocumentFilter = z.infer<typeof documentFilterSchema>

/** What a row of an export is; a workbook has both. */
export const exportRowsSchema = z.enum(['documents', 'lines']).default('documents')
export type ExportRows = z.infer<typeof exportRowsSchema>

const milliseconds = z.number().int().min(0)
/** How long documents usually take, by the names of usual-time. */
export const usualTimesSchema = z.object({
  times: z.record(
    z.string(),
    z.object({ fromMs: milliseconds, toMs: milliseconds, overdueMs: milliseconds }),
  ),
})

export const documentPageSchema = z.object({
  documents: z.array(documentSummarySchema),
  nextCursor: z.string().nullable(),
})
export type DocumentPage = z.infer<typeof documentPageSchema>

/** What the documents of a filter come to, each currency for itself; null for amounts of none that was named. */
export const documentSumsSchema = z.object({
  documents: z.number().int(),
  sums: z.array(
    z.object({ currency: z.string().nullable(), total: z.number(), documents: z.number().int() }),
  ),
})
export type DocumentSums = z.infer<typeof documentSumsSchema>

export const retryableDocumentsSchema = z.object({ documents: z.number().int(), pages: z.number().int() })
export type RetryableDocuments = z.infer<typeof retryableDocumentsSchema>

export const retriedDocumentsSchema = z.object({
  documents: z.array(documentSummarySchema),
  refused: z.array(z.object({ id: z.string(), name: z.string(), code: z.string(), message: z.string() })),
  /** How many more the filter matches that can be read again. */
  left: z.number().int(),
})
export type RetriedDocuments = z.infer<typeof retriedDocumentsSchema>

/** One refused file of an upload; `code` is one of lib/errors, `message` in the caller's language. */
const refusalSchema = z.object({
  name: z.string(),
  code: z.string(),
  message: z.string(),
  /** The earlier document, where the refusal is about a duplicate the caller may see. */
  duplicateOf: z.string().nullish(),
})
export type Refusal = z.infer<typeof refusalSchema>

export const uploadOutcomeSchema = z.object({
  documents: z.array(documentSummarySchema),
  refused: z.array(refusalSchema),
})
export type UploadOutcome = z.infer<typeof uploadOutcomeSchema>
