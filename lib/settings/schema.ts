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

/** A step as the settings show it. Those of the upstream and of the environment are read, not edited. */
export const managedStepSchema = z.object({
  id: z.string(),
  name: z.string(),
  source: z.enum(['upstream', 'settings', 'admin']),
  hidden: z.boolean(),
})
export type ManagedStep = z.infer<typeof managedStepSchema>
export const managedStepListSchema = z.object({ steps: z.array(managedStepSchema) })

const stepName = z.string().trim().min(1).max(100)
/** Step ids are part of an address upstream, so they are plain words. */
export const stepIdPattern = /^[A-Za-z0-9_-]{1,100}$/
export const newStepSchema = z.object({ id: z.string().trim().regex(stepIdPattern), name: stepName })
export type NewStep = z.infer<typeof newStepSchema>
export const stepChangeSchema = z.object({ name: stepName.optional(), hidden: z.boolean().optional() })
export type StepChange = z.infer<typeof stepChangeSchema>

/** The facts of the installation: where documents go and where things are kept. No secret is among them. */
export const connectionFactsSchema = z.object({
  upstream: z.object({
    kind: z.enum(['cloud', 'engine']),
    host: z.string(),
    hasKey: z.boolean(),
    reachable: z.boolean(),
  }),
  /** What to enter at the upstream for webhooks; `isSigned` says whether their secret is set here. */
  webhook: z.object({ url: z.string(), hasSecret: z.boolean() }),
  timeZone: z.string(),
  database: z.enum(['embedded', 'postgres']),
  dataFolder: z.string(),
  files: z.enum(['folder', 's3']),
})
export type ConnectionFacts = z.infer<typeof connectionFactsSchema>
