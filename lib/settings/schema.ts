import { z } from 'zod'

/** What an admin decides for the whole desk. `monthlyPages` is the quota per calendar month; null for none. */
export const deskSettingsSchema = z.object({
  monthlyPages: z.number().int().min(0).max(100_000_000).nullable().default(null),
  uploadersSeeAll: z.boolean().default(false),
})
export type DeskSettings = z.infer<typeof deskSettingsSchema>

/** A setting of another name is refused: whoever mistypes one should not believe it changed. */
export const deskSettingsChangeSchema = z
  .strictObject({
    monthlyPages: deskSettingsSchema.shape.monthlyPages.unwrap(),
    uploadersSeeAll: deskSettingsSchema.shape.uploadersSeeAll.unwrap(),
  })
  .partial()
export type DeskSettingsChange = z.infer<typeof deskSettingsChangeSchema>

/** The facts of the installation: where documents go and where things are kept. No secret is among them. */
export const connectionFactsSchema = z.object({
  upstream: z.object({
    kind: z.enum(['cloud', 'engine']),
    host: z.string(),
    hasKey: z.boolean(),
    reachable: z.boolean(),
    /** What it refuses our key now: one step, or all where `stepId` is null. */
    refusals: z
      .array(
        z.object({ stepId: z.string().nullable(), since: z.iso.datetime(), detail: z.string().nullable() }),
      )
      .default([]),
  }),
  /** What to enter at the upstream for webhooks; `isSigned` says whether their secret is set here. */
  webhook: z.object({ url: z.string(), hasSecret: z.boolean() }),
  timeZone: z.string(),
  database: z.enum(['embedded', 'postgres']),
  dataFolder: z.string(),
  files: z.enum(['folder', 's3']),
})
export type ConnectionFacts = z.infer<typeof connectionFactsSchema>

const outcome = z.enum(['good', 'bad', 'unknown'])
/** Why something is not good: one of lib/errors, and what was said to us. */
const problem = z.object({ code: z.string(), detail: z.string().nullable() }).nullable()

/** What a test of the connection found; `unknown` is what could not be asked, or not be answered for. */
export const connectionTestSchema = z.object({
  at: z.iso.datetime(),
  address: z.object({ outcome, host: z.string(), tookMs: z.number().nullable(), problem }),
  key: z.object({ outcome, problem }),
  /** Steps on offer. `acceptedAt` is when the upstream last took a document for it. */
  steps: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      outcome,
      acceptedAt: z.iso.datetime().nullable(),
      problem,
    }),
  ),
  /** False while the key is refused, or a pause was asked for. */
  stepsAsked: z.boolean(),
  webhook: z.object({ outcome, hasSecret: z.boolean(), lastHeardAt: z.iso.datetime().nullable() }),
  /** How far the upstream's clock is ahead of ours; by its Date header, so to the second. */
  clock: z.object({ outcome, aheadMs: z.number().nullable() }),
  faults: z.object({
    since: z.iso.datetime(),
    kinds: z.array(
      z.object({
        code: z.string(),
        count: z.number().int(),
        lastAt: z.iso.datetime(),
        detail: z.string().nullable(),
      }),
    ),
  }),
})
export type ConnectionTest = z.infer<typeof connectionTestSchema>
export type TestOutcome = z.infer<typeof outcome>
