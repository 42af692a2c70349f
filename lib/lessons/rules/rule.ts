import { z } from 'zod'

const scalar = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])

/** How what is printed becomes a value. */
const readingSchema = z.discriminatedUnion('as', [
  z.object({ as: z.literal('date'), order: z.enum(['day-first', 'month-first']) }),
  z.object({ as: z.literal('amount'), mark: z.enum([',', '.']) }),
  z.object({
    as: z.literal('text'),
    /** Source of an expression that the whole text fits; null where the known ones have no form in common. */
    shape: z.string().nullable(),
    /** Most words of it. */
    words: z.number().int(),
    /** All that are known have figures in them. */
    hasFigures: z.boolean(),
  }),
])
export type ReadAs = z.infer<typeof readingSchema>

const aliasSchema = z.object({
  kind: z.literal('alias'),
  from: z.string(),
  printed: z.string(),
  to: z.string(),
})
const labelSchema = z.object({
  kind: z.literal('label'),
  /** As it is printed. */
  label: z.string(),
  side: z.enum(['right', 'below']),
  /** Of several of the same label. */
  pick: z.enum(['first', 'last']),
  read: readingSchema,
})
const placeSchema = z.object({
  kind: z.literal('place'),
  /** The word it stands beside; null for the corner of the page. */
  anchor: z.string().nullable(),
  page: z.enum(['first', 'last']),
  /** From the anchor, in heights of a word. */
  dx: z.number(),
  dy: z.number(),
  /** Which end of the value stands there. */
  end: z.enum(['left', 'right']),
  read: readingSchema,
})
const patternSchema = z.object({ kind: z.literal('pattern'), read: readingSchema })
const formatSchema = z.object({ kind: z.literal('format'), read: readingSchema })
const constantSchema = z.object({ kind: z.literal('constant'), value: scalar })

/** How one value of one supplier's papers is found, or what becomes of what was read. */
export const ruleSchema = z.discriminatedUnion('kind', [
  aliasSchema,
  labelSchema,
  placeSchema,
  patternSchema,
  formatSchema,
  constantSchema,
])
export type Rule = z.infer<typeof ruleSchema>
export type LabelRule = z.infer<typeof labelSchema>
export type PlaceRule = z.infer<typeof placeSchema>
export type Scalar = z.infer<typeof scalar>

/** Whether a rule looks at the page itself. */
export const needsPrint = ({ kind }: Rule) => kind === 'label' || kind === 'place' || kind === 'pattern'
