import { z } from 'zod'
import { maxPlace } from './batch-place'

const instant = z.iso.datetime()

const batchOutcomes = ['received', 'refused', 'duplicate'] as const
export type BatchOutcome = (typeof batchOutcomes)[number]

const batchSchema = z.object({
  id: z.string(),
  begunAt: instant,
  person: z.object({ id: z.string(), name: z.string() }),
  /** How many files ended how, and the bytes and pages of those received. */
  received: z.number().int(),
  refused: z.number().int(),
  duplicate: z.number().int(),
  bytes: z.number().int(),
  pages: z.number().int(),
})
export type Batch = z.infer<typeof batchSchema>

const batchFileSchema = z.object({
  place: z.number().int(),
  name: z.string(),
  bytes: z.number().int(),
  /** Null where the file was refused before all of it had arrived. */
  sha256: z.string().nullable(),
  pages: z.number().int().nullable(),
  outcome: z.enum(batchOutcomes),
  /** Why it was refused: a code, and its words in the caller's language. */
  code: z.string().nullable(),
  message: z.string().nullable(),
  at: instant,
  documentId: z.string().nullable(),
  duplicateOf: z.string().nullable(),
  /** Whether that document, or the first copy, is still there for the caller to open. */
  canOpen: z.boolean(),
})
export type BatchFile = z.infer<typeof batchFileSchema>

export const batchPageSchema = z.object({ batches: z.array(batchSchema), nextCursor: z.string().nullable() })
export type BatchPage = z.infer<typeof batchPageSchema>

export const batchDetailSchema = batchSchema.extend({ files: z.array(batchFileSchema) })
export type BatchDetail = z.infer<typeof batchDetailSchema>

/** What the browser refused before it was sent; the codes are those of an upload. */
export const refusedFilesSchema = z.strictObject({
  files: z
    .array(
      z.strictObject({
        place: z.number().int().min(1).max(maxPlace),
        name: z.string().max(1_000),
        bytes: z.number().int().min(0),
        code: z.string().regex(/^upload\.\w{1,40}$/),
      }),
    )
    .min(1)
    .max(100),
})
export type RefusedFiles = z.infer<typeof refusedFilesSchema>
