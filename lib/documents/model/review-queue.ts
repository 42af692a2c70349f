import { z } from 'zod'
import { documentDetailSchema } from './schema'

/** How long a claim lasts without a sign of its person. */
export const claimMs = 10 * 60_000

const days = z.coerce.number().int().min(1).max(3650)
const narrowing = {
  step: z.string().max(100).optional(),
  /** As the list of suppliers names it. */
  supplier: z.string().max(200).optional(),
  /** Only what was received so many days ago or earlier. */
  days: days.optional(),
}
export const queueFilterSchema = z.object(narrowing)
export type QueueFilter = z.infer<typeof queueFilterSchema>

/** `without`: those the person has just been through, whose saving may still be on its way. */
export const nextReviewSchema = z.object({
  ...narrowing,
  without: z.array(z.string().max(100)).max(500).default([]),
})

const counted = z.object({ id: z.string(), name: z.string(), documents: z.number().int() })
const claimedDocument = z.object({
  id: z.string(),
  name: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
})

export const reviewQueueSchema = z.object({
  /** All that wait, whoever looks at them. */
  documents: z.number().int(),
  steps: z.array(counted),
  suppliers: z.array(counted),
  /** Those that other people are reviewing. */
  claimed: z.array(claimedDocument),
})
export type ReviewQueue = z.infer<typeof reviewQueueSchema>

export const nextReviewAnswerSchema = z.object({ document: documentDetailSchema.nullable() })

export const claimSchema = z.object({
  /** Takes it from the person who reviews it. */
  takeOver: z.boolean().default(false),
})
export const claimAnswerSchema = z.object({ until: z.iso.datetime() })
