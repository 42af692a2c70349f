import { z } from 'zod'
import { scalarSchema } from './corrections'
import { findingSchema } from './review-item'

/** What people do with values: append only, so that the second corrector does not hide the first. */
const fieldEventKinds = [
  'corrected',
  /** The value as it was read stands again. */
  'restored',
  'confirmed',
  'unconfirmed',
  'row_inserted',
  'row_deleted',
  'row_restored',
  'checked',
  'unchecked',
  'exported',
] as const
export type FieldEventKind = (typeof fieldEventKinds)[number]

const exportFormats = ['json', 'csv', 'xlsx'] as const
const fraction = z.number()

/** Where on the original a value was pointed at; its box in fractions of the page. */
const eventPlaceSchema = z.object({
  page: z.number().int().positive(),
  box: z.tuple([fraction, fraction, fraction, fraction]).nullable(),
})
export type EventPlace = z.infer<typeof eventPlaceSchema>

const fieldEventSchema = z.object({
  /** Grows with each event. */
  sequence: z.number().int(),
  /** The attempt whose result it was done to. */
  attempt: z.number().int(),
  at: z.iso.datetime(),
  by: z.object({ id: z.string(), name: z.string() }),
  kind: z.enum(fieldEventKinds),
  /** That of a value or row, or the id of a finding; null where it is about the whole document. */
  path: z.string().nullable(),
  from: scalarSchema,
  /** Of a row that was inserted, the path of the row it was put in front of. */
  to: scalarSchema,
  place: eventPlaceSchema.nullable(),
  /** What was confirmed, as it was found then. */
  finding: findingSchema.nullable(),
  /** With how many documents the file was made. */
  export: z.object({ id: z.string(), format: z.enum(exportFormats), documents: z.number().int() }).nullable(),
})
export type FieldEvent = z.infer<typeof fieldEventSchema>

export const historyPageSchema = z.object({
  /** The newest first. */
  events: z.array(fieldEventSchema),
  nextCursor: z.string().nullable(),
})
export type HistoryPage = z.infer<typeof historyPageSchema>

export const historyQuerySchema = z.object({
  cursor: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
