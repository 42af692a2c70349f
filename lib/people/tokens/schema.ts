import { z } from 'zod'
import { abilities } from '../roles'

/** In front of every token, so that people and scanners of secrets know what they found. */
export const tokenPrefix = 'dt_desk_'

/** More than a person has scripts. */
export const mostTokensOfPerson = 50

const ability = z.enum(abilities)
const name = z.string().trim().min(1).max(100)

export const newTokenSchema = z.object({
  name,
  /** What it may do, of what its person may; all of it without. */
  abilities: z.array(ability).min(1).optional(),
  /** The steps it may send documents to; any without. */
  steps: z.array(z.string().min(1).max(100)).min(1).max(100).optional(),
  monthlyPages: z.number().int().min(1).max(100_000_000).optional(),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
})

export const rotationSchema = z.object({
  /** How long the secret of before goes on working beside the new one. */
  overlapDays: z.number().int().min(0).max(30).default(0),
})

const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The last letters of its secret; of the newest where two overlap. */
  last4: z.string(),
  abilities: z.array(ability),
  steps: z.array(z.string()).nullable(),
  monthlyPages: z.number().nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  /** To the minute. */
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  person: z.object({ id: z.string(), name: z.string() }),
})

export const tokenListSchema = z.object({ tokens: z.array(tokenSchema) })

/** `token` is shown this once: the desk keeps its hash alone. */
export const createdTokenSchema = tokenSchema.extend({ token: z.string() })

export type NewToken = z.input<typeof newTokenSchema>
export type AccessToken = z.infer<typeof tokenSchema>
export type AccessTokens = z.infer<typeof tokenListSchema>
export type CreatedToken = z.infer<typeof createdTokenSchema>
