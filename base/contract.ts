import { z } from 'zod'

/**
 * The wire shapes of the DocuTray HTTP contract, as both the client (lib/docutray/calls) and the
 * embedded engine speak them. Pure: any runtime may import it.
 */
export const acceptedContentTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/bmp',
  'image/webp',
] as const
export type AcceptedContentType = (typeof acceptedContentTypes)[number]

/** 100 MB as 2^20 bytes: this many are accepted, one more is refused. */
export const maxFileBytes = 104_857_600

const executionStatuses = ['ENQUEUED', 'PROCESSING', 'SUCCESS', 'ERROR'] as const
export type ExecutionStatus = (typeof executionStatuses)[number]

/** CUID version 1: what every id on the wire looks like. */
export const executionIdPattern = /^c[a-z0-9]{24}$/

const jsonObjectSchema = z.record(z.string(), z.unknown())

/** Body of an accepted POST /api/steps-async/{stepId}. */
export const upstreamAcceptedSchema = z.object({
  id: z.string().min(1),
  status: z.enum(executionStatuses),
  step_id: z.string(),
  step_name: z.string(),
})

const validationListSchema = z.object({ count: z.number().int(), messages: z.array(z.string()) })

/** Body of GET /api/steps-async/status/{executionId}. */
export const upstreamExecutionSchema = z.object({
  conversion_id: z.string(),
  status: z.enum(executionStatuses),
  request_timestamp: z.string(),
  response_timestamp: z.string().nullish(),
  original_filename: z.string().nullish(),
  document_metadata: jsonObjectSchema.nullish(),
  data: jsonObjectSchema.nullish(),
  error: z.union([z.string(), jsonObjectSchema]).nullish().catch(null),
  // Seen in webhooks only (contract §3.1): in another shape they must not cost the values.
  identification: z.object({ document_type: z.string(), confidence: z.number() }).nullish().catch(null),
  validation: z
    .object({ errors: validationListSchema, warnings: validationListSchema })
    .nullish()
    .catch(null),
  step_id: z.string().nullish(),
  step_name: z.string().nullish(),
})

/** Body of GET /api/usage. */
export const upstreamUsageSchema = z.object({
  year: z.number().int(),
  month: z.number().int(),
  successful_pages: z.number().int(),
  successful_conversions: z.number().int(),
})
export type UpstreamUsage = z.infer<typeof upstreamUsageSchema>

/** Body of GET /api/steps, which only the embedded engine answers. */
export const upstreamStepsSchema = z.object({
  steps: z.array(z.object({ id: z.string(), name: z.string(), schema: jsonObjectSchema.optional() })),
})
export type UpstreamSteps = z.infer<typeof upstreamStepsSchema>

const fractionSchema = z.number().min(0).max(1)

/** A page as it was read: boxes are fractions of the page as it is displayed, words in reading order. */
export const pageWordsSchema = z.object({
  page: z.number().int().positive(),
  width: z.number(),
  height: z.number(),
  words: z.array(
    z.object({
      text: z.string(),
      box: z.tuple([fractionSchema, fractionSchema, fractionSchema, fractionSchema]),
      confidence: fractionSchema,
      source: z.enum(['text', 'form', 'picture']),
    }),
  ),
})
export type PageWords = z.infer<typeof pageWordsSchema>

/** Body of GET /api/steps-async/words/{executionId}, which only the embedded engine answers. */
export const upstreamWordsSchema = z.object({
  page_count: z.number().int().nonnegative(),
  pages: z.array(pageWordsSchema),
})
export type UpstreamWords = z.infer<typeof upstreamWordsSchema>

/** So many pages are in one such answer at most. */
export const wordPagesPerAnswer = 20

/** Body of a 402; `resetDate` is the first instant of the next month. */
export const upstreamQuotaErrorSchema = z.object({
  error: z.string(),
  quota: z.number().int(),
  used: z.number().int(),
  resetDate: z.string(),
})

/** Body of a 429; `retryAfter` in seconds, `resetTime` in Unix seconds. */
export const upstreamRateErrorSchema = z.object({
  error: z.string(),
  limitType: z.enum(['minute', 'hour', 'day']),
  limit: z.number(),
  remaining: z.number(),
  resetTime: z.number(),
  retryAfter: z.number(),
})
