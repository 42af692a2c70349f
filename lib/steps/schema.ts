import { z } from 'zod'

export const stepSchema = z.object({ id: z.string(), name: z.string() })
export type Step = z.infer<typeof stepSchema>
export const stepListSchema = z.object({ steps: z.array(stepSchema) })

/** A step as the settings show it. Those of the upstream and of the environment are read, not edited. */
const managedStepSchema = z.object({
  id: z.string(),
  name: z.string(),
  source: z.enum(['upstream', 'settings', 'admin']),
  hidden: z.boolean(),
  /** Whether what people correct is learnt and applied to the papers that follow. */
  learns: z.boolean(),
})
export type ManagedStep = z.infer<typeof managedStepSchema>
export const managedStepListSchema = z.object({ steps: z.array(managedStepSchema) })

const stepName = z.string().trim().min(1).max(100)
/** Step ids are part of an address upstream, so they are plain words. */
const stepIdPattern = /^[A-Za-z0-9_-]{1,100}$/
export const newStepSchema = z.object({ id: z.string().trim().regex(stepIdPattern), name: stepName })
export type NewStep = z.infer<typeof newStepSchema>
/** Any step can stop learning; name and place are an admin's to change at their own steps alone. */
export const stepChangeSchema = z.object({
  name: stepName.optional(),
  hidden: z.boolean().optional(),
  learns: z.boolean().optional(),
})
export type StepChange = z.infer<typeof stepChangeSchema>
