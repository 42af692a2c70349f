import { z } from 'zod'
import { pageWordsSchema } from '@/base/contract'

/** What was read on the pages of a document, as evidence tells places; not all of its pages must be there. */
const documentWordsSchema = z.object({ pageCount: z.number().int(), pages: z.array(pageWordsSchema) })
export type DocumentWords = z.infer<typeof documentWordsSchema>

/** Body of GET /api/documents/{id}/words; null where the upstream keeps no words. */
export const wordsAnswerSchema = z.union([
  documentWordsSchema,
  z.object({ pageCount: z.null(), pages: z.null() }),
])
export type WordsAnswer = z.infer<typeof wordsAnswerSchema>

export const wordsQuerySchema = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).optional() })
