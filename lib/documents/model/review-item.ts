import { z } from 'zod'

const value = z.object({
  kind: z.literal('value'),
  /** The path of the value. */
  id: z.string(),
  /** How certain its reading was, 0 to 1. */
  certainty: z.number(),
})

const missing = z.object({ kind: z.literal('missing'), id: z.string() })

export const findingSchema = z.object({
  kind: z.literal('finding'),
  id: z.string(),
  severity: z.enum(['error', 'warning']),
  /** Null where the service told it in words alone. */
  code: z.string().nullable(),
  /** The paths of the values it is about. */
  fields: z.array(z.string()),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
})

/** Something about a reading that a person should look at: a doubtful value, a required one that is missing, a finding. */
export const reviewItemSchema = z.discriminatedUnion('kind', [value, missing, findingSchema])
export type ReviewItem = z.infer<typeof reviewItemSchema>
export type FindingItem = z.infer<typeof findingSchema>

/** About other papers than its own: whoever checked all values need not have seen it. */
export function outlivesCheck(item: ReviewItem): boolean {
  return item.kind === 'finding' && (item.code === 'invoice.again' || item.code === 'account.changed')
}
